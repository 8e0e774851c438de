//! Native tests, a module each behaviour.

mod command_line;
mod html5ever_door;
mod html_door;
mod oracle;
