"""Links between briefings: related ones and why, those in other languages, those that tell the same story."""
