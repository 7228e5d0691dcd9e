"""Words that several pages and the paper share: days, times, and how consents stand."""
