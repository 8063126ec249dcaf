"""What there is to tell of a draft: what it lacks, leaves out, says alike."""
