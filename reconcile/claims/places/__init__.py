"""What place claims are read from: phrases of place, homes, seats, sites."""
