//! Every block, kept or not, and why: kept + removed = all.
