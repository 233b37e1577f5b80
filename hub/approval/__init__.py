"""How pages get to readers: steps of approval, who decides at each, what waits on whom."""
