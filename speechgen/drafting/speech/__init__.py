"""What a speech is made of: opening, results, problems, tasks, demands, parts."""
