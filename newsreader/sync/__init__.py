"""Reading all feeds at once: what is new, what is the same, what was watched for, what is ahead."""
