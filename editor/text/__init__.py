"""What is known about text: Arabic letters, direction, dates, sentences, offsets."""
