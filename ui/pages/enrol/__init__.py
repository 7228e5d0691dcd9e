"""How this computer opens a vault that came back, once its Recovery Kit has opened it."""
