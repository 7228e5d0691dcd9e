"""Words that pages and paper share: days and times, countries, how consents stand."""
