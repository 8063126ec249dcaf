"""Facts become a paper: kinds, frames and stock sentences, spoken into a Document."""
