//! How long each stage of the line takes, natively, on one core.
//!
//! `cargo run --release --features cli --example stages -- DIR [ROUNDS]` reads every `*.html` and `*.html.gz` in DIR and
//! prints the mean and the highest time of each stage in milliseconds a page (the fastest of ROUNDS runs of each, 3 by
//! default). Unpacking and decoding are not counted; `parse` is the HTML door, which a click does not go through.
//!
//! `… --example stages -- --made ELEMENTS` measures pages made for the purpose instead: flat, deep, and of many cards.

use std::{
    env,
    fs::{self, File},
    io::Read,
    path::Path,
    process,
    time::{Duration, Instant},
};

use flate2::read::MultiGzDecoder;
use quietpage::{
    Error,
    article::{self, Article},
    blocks, features,
    ledger::{self, Detail},
    metadata,
    model::{self, Contributions},
    page::{Page, html},
    render,
    selection::{self, Corrections, Keep},
};

#[allow(dead_code, missing_docs)]
#[path = "../src/bin/quietpage/decode.rs"]
mod decode;

/// The stages, in the order of the line.
const STAGES: [&str; 11] = [
    "parse",
    "metadata",
    "blocks",
    "features",
    "scores",
    "selection",
    "assembly",
    "html",
    "markdown",
    "text",
    "ledger",
];

type Times = [Duration; STAGES.len()];

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let number = args.get(1).map(|number| number.parse::<usize>().unwrap_or_else(|_| usage()));
    match args.first().map(String::as_str) {
        Some("--made") => {
            let elements = number.unwrap_or(200_000);
            for (name, html) in made(elements) {
                println!("{name}, {elements} elements, {} bytes", html.len());
                report(&[fastest(&html, 1)]);
            }
        }
        Some(dir) => {
            let rounds = number.unwrap_or(3);
            let times: Vec<Times> = pages(Path::new(dir)).iter().map(|path| fastest(&read(path), rounds)).collect();
            println!("{} pages, the fastest of {rounds} rounds", times.len());
            report(&times);
        }
        None => usage(),
    }
}

fn usage() -> ! {
    eprintln!("usage: stages DIR [ROUNDS] | stages --made [ELEMENTS]");
    process::exit(2);
}

fn pages(dir: &Path) -> Vec<std::path::PathBuf> {
    let is_page = |path: &Path| {
        let name = path.to_string_lossy();
        name.ends_with(".html") || name.ends_with(".html.gz")
    };
    let mut pages: Vec<_> = fs::read_dir(dir).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    pages.retain(|path| is_page(path));
    pages.sort();
    pages
}

fn read(path: &Path) -> String {
    let mut file = File::open(path).expect("a file");
    let mut bytes = Vec::new();
    if path.extension().is_some_and(|extension| extension == "gz") {
        MultiGzDecoder::new(file).read_to_end(&mut bytes).expect("a gzip file");
    } else {
        file.read_to_end(&mut bytes).expect("a readable file");
    }
    decode::decode(&bytes)
}

/// The fastest round of each stage; a page with no text stops after `blocks`.
fn fastest(html: &str, rounds: usize) -> Times {
    let mut best = [Duration::MAX; STAGES.len()];
    for _ in 0..rounds {
        let mut times = [Duration::ZERO; STAGES.len()];
        // A page that is refused has no more stages to measure.
        let _ = line(html, &mut times);
        for (best, time) in best.iter_mut().zip(times) {
            *best = (*best).min(time);
        }
    }
    best
}

/// The line of `extract`, a clock at every stage.
fn line(html: &str, times: &mut Times) -> Result<(), Error> {
    let mut stage = 0;
    let mut last = Instant::now();
    let mut done = || {
        let now = Instant::now();
        times[stage] = now - last;
        stage += 1;
        last = Instant::now();
    };
    let page: Page = html::read(html)?;
    done();
    let metadata = metadata::read(&page, None);
    done();
    let blocks = blocks::segment(&page);
    done();
    if blocks.has_no_text() {
        return Err(Error::NoText);
    }
    let features = features::measure(&page, &blocks, &metadata);
    done();
    let mut added = Contributions::none(blocks.len());
    let first = model::first_pass(&features, Some(&mut added));
    let around = features::around(&page, &blocks, &features, &model::probabilities(&first));
    let scores = model::second_pass(&features, &around, &first, Some(&mut added));
    done();
    let selection =
        selection::select(&page, &blocks, &features, &scores, &metadata, Keep::Article, &Corrections::default());
    done();
    let body = article::assemble(&page, &blocks, &selection, &metadata, None);
    done();
    let html = render::html(&body);
    done();
    let markdown = render::markdown(&body);
    done();
    let text = render::text(&body);
    done();
    let ledger = ledger::record(&page, &blocks, &features, &scores, &selection, Detail::Full, Some(&added));
    done();
    std::hint::black_box((Article::new(metadata, &selection, html, markdown, text), ledger));
    Ok(())
}

fn report(pages: &[Times]) {
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let count = pages.len().max(1) as f64;
    println!("{:<10} {:>9} {:>9}", "stage", "mean ms", "most ms");
    for (at, stage) in STAGES.iter().enumerate() {
        let mean = pages.iter().map(|times| ms(times[at])).sum::<f64>() / count;
        let most = pages.iter().map(|times| ms(times[at])).fold(0.0, f64::max);
        println!("{stage:<10} {mean:>9.3} {most:>9.1}");
    }
    let sum = |times: &Times| times.iter().map(|&time| ms(time)).sum::<f64>();
    let mean = pages.iter().map(sum).sum::<f64>() / count;
    let most = pages.iter().map(sum).fold(0.0, f64::max);
    println!("{:<10} {mean:>9.3} {most:>9.1}", "all");
    let clicks = pages.iter().map(|times| sum(times) - ms(times[0])).sum::<f64>() / count;
    println!("{:<10} {clicks:>9.3}", "but parse");
}

/// Pages of a shape that is hard on a stage which is not linear.
fn made(elements: usize) -> [(&'static str, String); 5] {
    let story =
        "<p>Boats that leave the harbour at night, said the keeper, come back with the tide, or not at all.</p>";
    let page = |content: String| format!("<title>The harbour at night</title><h1>The harbour at night</h1>{content}");
    let flat =
        page((0..elements).map(|at| format!("<p>Line {at} of the log, <b>kept</b> dry.")).take(elements / 2).collect());
    let deep = {
        let depth = 480;
        let row = "<div>".repeat(depth / 2) + "<p>Deep, deep down.</p>" + &"</div>".repeat(depth / 2);
        let nest = "<div class=a>".repeat(depth / 2);
        page(format!("{nest}{}{}", story.repeat(20), "<p>An item, <a href=/a>linked</a></p>".repeat(elements / 2)))
            + &row.repeat(elements / depth / 2)
    };
    let card = "<div class=card><a href=/x><img src=x.jpg></a><h3>A story of boats</h3><p>What it tells</p>\
                <p class=comments>Comments</p><figure><img src=y.jpg><figcaption>A boat</figcaption></figure></div>";
    let cards = page(story.repeat(20) + &card.repeat(elements / 10));
    let comments = page(
        story.repeat(20)
            + &"<section class=comment><h3>Comments</h3><aside>Read more</aside></section>".repeat(elements / 3),
    );
    let media = page(story.repeat(20) + &"<img src=a.jpg alt=a><br><br>".repeat(elements / 3) + &story.repeat(20));
    [("flat", flat), ("deep", deep), ("cards", cards), ("comments", comments), ("media", media)]
}
