//! Native tests, a module each behaviour.

mod bounds;
mod command_line;
mod corrections;
mod cut_short;
mod fixtures;
mod furniture;
mod hints;
mod hostile;
mod html5ever_door;
mod html_door;
mod oracle;
mod outline;
mod parts;
mod pictures;
mod properties;
mod quiet;
mod reports;
mod tidy;
mod walls;
mod words;
