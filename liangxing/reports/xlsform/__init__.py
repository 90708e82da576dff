"""Forms as the world of ODK writes them: XLSForm read and written, answers as submissions."""
