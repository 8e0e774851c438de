//! The command line's arguments: what was typed, then what it means. No code after this sees an option.

use std::{ffi::OsString, num::NonZeroUsize, path::PathBuf, thread};

use lexopt::{Arg, Parser, ValueExt};
use quietpage::web_address;
use url::Url;

use crate::failure::Failure;

/// What `--help` prints.
pub const HELP: &str = "\
quietpage: the article of a web page, and nothing else

Usage:
  quietpage extract [--url URL] [--format FORMAT] [--output FILE] FILE|-
  quietpage batch DIR [--urls FILE.jsonl] [--jobs N]
  quietpage explain [--url URL] [--json] [--hints] FILE|-
  quietpage report [--url URL] [--seed N] FILE|-

Commands:
  extract  Print the article of one page. FILE may be gzipped; - is standard input.
  batch    Print one line of JSON for every *.html and *.html.gz in DIR, in name order.
  explain  Print every block of a page with its score, kept (+) or not (-), and why.
  report   Print a page's structure with every word replaced by filler: extract, batch and explain read it, and decide
           of it as of the page. Look at it before you hand it to anyone.

Options:
  --url URL         The page's address: relative links and pictures are resolved against it.
  --format FORMAT   json (the default), html, markdown or text.
  --output FILE     Write to FILE instead of standard output, whole or not at all.
  --urls FILE       Lines of {\"id\": …, \"url\": …}: the address of each page in DIR.
  --jobs N          Pages worked on at a time; by default one a core.
  --seed N          The number that the filler is made with; by default another each time.
  --json            Print the blocks as JSON.
  --hints           Print hints for the page's author after the blocks; with --json, {\"blocks\": …, \"hints\": …}.
  -h, --help        Print this.
  -V, --version     Print the version.

Exit status:
  0  all went well
  1  batch: at least one page failed, its line says why
  2  no result; standard error says why
";

/// What is to be done.
#[derive(Debug)]
pub enum Command {
    Extract(Extract),
    Batch(Batch),
    Explain(Explain),
    Report(Report),
    Help,
    Version,
}

/// One page to an article.
#[derive(Debug)]
pub struct Extract {
    pub input: Input,
    pub url: Option<Url>,
    pub format: Format,
    /// `None` is standard output.
    pub output: Option<PathBuf>,
}

/// A folder to lines of JSON.
#[derive(Debug)]
pub struct Batch {
    pub dir: PathBuf,
    pub urls: Option<PathBuf>,
    pub jobs: NonZeroUsize,
}

/// One page to its ledger.
#[derive(Debug)]
pub struct Explain {
    pub input: Input,
    pub url: Option<Url>,
    pub json: bool,
    pub hints: bool,
}

/// One page to a report.
#[derive(Debug)]
pub struct Report {
    pub input: Input,
    pub url: Option<Url>,
    /// `None` is one that nobody knows.
    pub seed: Option<u64>,
}

/// Where a page comes from.
#[derive(Debug)]
pub enum Input {
    Stdin,
    File(PathBuf),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Json,
    Html,
    Markdown,
    Text,
}

/// What was typed.
#[derive(Debug, Default)]
struct Typed {
    operands: Vec<OsString>,
    url: Option<String>,
    format: Option<String>,
    output: Option<PathBuf>,
    urls: Option<PathBuf>,
    jobs: Option<String>,
    seed: Option<String>,
    json: bool,
    hints: bool,
}

/// Reads the process's own arguments.
pub fn parse() -> Result<Command, Failure> {
    let mut parser = Parser::from_env();
    let mut typed = Typed::default();
    while let Some(arg) = parser.next().map_err(usage)? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            Arg::Short('V') | Arg::Long("version") => return Ok(Command::Version),
            Arg::Long("url") => typed.url = Some(text(&mut parser)?),
            Arg::Long("format") => typed.format = Some(text(&mut parser)?),
            Arg::Long("output") => typed.output = Some(parser.value().map_err(usage)?.into()),
            Arg::Long("urls") => typed.urls = Some(parser.value().map_err(usage)?.into()),
            Arg::Long("jobs") => typed.jobs = Some(text(&mut parser)?),
            Arg::Long("seed") => typed.seed = Some(text(&mut parser)?),
            Arg::Long("json") => typed.json = true,
            Arg::Long("hints") => typed.hints = true,
            Arg::Value(operand) => typed.operands.push(operand),
            unknown => return Err(usage(unknown.unexpected())),
        }
    }
    typed.meaning()
}

impl Typed {
    fn meaning(mut self) -> Result<Command, Failure> {
        if self.operands.is_empty() {
            return Err(Failure::Usage("no command given".to_owned()));
        }
        let command = self.operands.remove(0);
        let mut operands = std::mem::take(&mut self.operands).into_iter();
        let (Some(operand), None) = (operands.next(), operands.next()) else {
            return Err(match command.to_str() {
                Some(known @ ("extract" | "explain" | "report")) => {
                    Failure::Usage(format!("{known} takes one FILE, or -"))
                }
                Some("batch") => Failure::Usage("batch takes one DIR".to_owned()),
                _ => unknown_command(&command),
            });
        };
        match command.to_str() {
            Some("extract") => {
                self.only("extract", &["--url", "--format", "--output"])?;
                Ok(Command::Extract(Extract {
                    input: input(operand),
                    url: self.page_url()?,
                    format: self.format()?,
                    output: self.output,
                }))
            }
            Some("batch") => {
                self.only("batch", &["--urls", "--jobs"])?;
                Ok(Command::Batch(Batch { dir: operand.into(), jobs: self.jobs()?, urls: self.urls }))
            }
            Some("explain") => {
                self.only("explain", &["--url", "--json", "--hints"])?;
                let (url, Self { json, hints, .. }) = (self.page_url()?, self);
                Ok(Command::Explain(Explain { input: input(operand), url, json, hints }))
            }
            Some("report") => {
                self.only("report", &["--url", "--seed"])?;
                Ok(Command::Report(Report { input: input(operand), url: self.page_url()?, seed: self.seed()? }))
            }
            _ => Err(unknown_command(&command)),
        }
    }

    /// Refuses options that the command does not have.
    fn only(&self, command: &str, allowed: &[&str]) -> Result<(), Failure> {
        let given = [
            ("--url", self.url.is_some()),
            ("--format", self.format.is_some()),
            ("--output", self.output.is_some()),
            ("--urls", self.urls.is_some()),
            ("--jobs", self.jobs.is_some()),
            ("--seed", self.seed.is_some()),
            ("--json", self.json),
            ("--hints", self.hints),
        ];
        match given.iter().find(|(name, given)| *given && !allowed.contains(name)) {
            Some((name, _)) => Err(Failure::Usage(format!("{command} has no {name}"))),
            None => Ok(()),
        }
    }

    fn page_url(&self) -> Result<Option<Url>, Failure> {
        self.url.as_deref().map(absolute).transpose()
    }

    fn format(&self) -> Result<Format, Failure> {
        match self.format.as_deref() {
            None | Some("json") => Ok(Format::Json),
            Some("html") => Ok(Format::Html),
            Some("markdown") => Ok(Format::Markdown),
            Some("text") => Ok(Format::Text),
            Some("epub") => Err(Failure::Usage("this version cannot write epub".to_owned())),
            Some(other) => Err(Failure::Usage(format!("there is no format {other:?}"))),
        }
    }

    fn seed(&self) -> Result<Option<u64>, Failure> {
        let number = |seed: &String| seed.parse().map_err(|_| Failure::Usage(format!("--seed {seed}: not a number")));
        self.seed.as_ref().map(number).transpose()
    }

    fn jobs(&self) -> Result<NonZeroUsize, Failure> {
        match &self.jobs {
            None => Ok(thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)),
            Some(jobs) => jobs.parse().map_err(|_| Failure::Usage(format!("--jobs {jobs}: not a number from 1"))),
        }
    }
}

/// An absolute address.
pub fn absolute(url: &str) -> Result<Url, Failure> {
    web_address::parse(None, url).ok_or_else(|| quietpage::Error::BadUrl { url: url.to_owned() }.into())
}

fn input(operand: OsString) -> Input {
    if operand == "-" { Input::Stdin } else { Input::File(operand.into()) }
}

fn text(parser: &mut Parser) -> Result<String, Failure> {
    parser.value().and_then(ValueExt::string).map_err(usage)
}

fn usage(error: lexopt::Error) -> Failure {
    Failure::Arguments(error)
}

fn unknown_command(command: &OsString) -> Failure {
    Failure::Usage(format!("there is no command {}", command.display()))
}
