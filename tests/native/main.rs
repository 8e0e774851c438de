//! Native tests, a module each behaviour.

mod command_line;
mod fixtures;
mod html5ever_door;
mod html_door;
mod oracle;
mod parts;
mod properties;
mod reports;
mod tidy;
mod words;
