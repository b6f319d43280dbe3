"""What participation, fate and state claims are read from: who did what to whom, who was there."""
