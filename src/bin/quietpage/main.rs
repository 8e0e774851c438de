//! The command line: pages in, articles out. It holds no rules of its own; the core decides everything.

mod args;
mod batch;
mod decode;
mod explain;
mod extract;
mod failure;
mod page;
mod report;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use args::Command;
use failure::Failure;

fn main() -> ExitCode {
    match args::parse().and_then(run) {
        Ok(code) => code,
        // Whoever read the output has read enough.
        Err(Failure::OutputClosed) => ExitCode::SUCCESS,
        Err(failure) => {
            // A closed stderr leaves no one to tell.
            let _ = writeln!(io::stderr(), "quietpage: {failure}");
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Help => print(args::HELP),
        Command::Version => print(concat!("quietpage ", env!("CARGO_PKG_VERSION"), "\n")),
        Command::Extract(options) => extract::run(&options),
        Command::Explain(options) => explain::run(&options),
        Command::Report(options) => report::run(&options),
        Command::Batch(options) => return batch::run(&options),
    }?;
    Ok(ExitCode::SUCCESS)
}

/// Writes to stdout at once.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Failure::output)
}
