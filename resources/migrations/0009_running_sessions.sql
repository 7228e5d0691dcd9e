-- Which sessions have no end is asked at every turn, and there are hardly ever any.

CREATE INDEX sessions_running ON sessions (started_ms) WHERE ended_ms IS NULL;
