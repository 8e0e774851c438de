//! Pages with their true text: `truth.jsonl.gz` and `html/ID.html.gz` (WCXB, Foley 2026, CC-BY-4.0).

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::Path,
};

use flate2::read::GzDecoder;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use quietpage::{
    blocks::{self, Blocks},
    features::{self, Features},
    metadata::{self, Metadata},
    page::{Page, Tag, html},
    probe::{GLANCE_FACTS, Glance},
};
use serde::Deserialize;
use url::Url;

/// A line of the truth.
#[derive(Debug, Deserialize)]
pub struct Truth {
    pub id: String,
    pub url: String,
    pub page_type: String,
    pub main_content: String,
    pub title: Option<String>,
    pub author: Option<String>,
    pub publish_date: Option<String>,
    /// Snippets that must, and must not, be in the text.
    pub with: Option<Vec<String>>,
    pub without: Option<Vec<String>>,
}

/// A page, measured by the core's own stages.
pub struct Sample {
    pub truth: Truth,
    pub url: Option<Url>,
    pub page: Page,
    pub metadata: Metadata,
    pub blocks: Blocks,
    pub features: Features,
}

impl Sample {
    /// Pages of one site stand together in one fold.
    pub fn host(&self) -> &str {
        self.url.as_ref().and_then(Url::host_str).unwrap_or(&self.truth.id)
    }

    /// What a glance at the page sees, with its address or without.
    pub fn glance(&self, is_at_address: bool) -> [f32; GLANCE_FACTS.len()] {
        let title = self.page.nodes().find(|&node| self.page.is(node, Tag::Title));
        let title = title.map_or_else(String::new, |node| self.page.text_inside(node));
        Glance::of(&self.page).facts(self.url.as_ref().filter(|_| is_at_address), &title)
    }
}

/// Reads and measures the pages whose id `takes` accepts, on all cores; `change` may rewrite a page's HTML first.
pub fn read(
    folder: &Path,
    takes: impl Fn(&str) -> bool,
    change: impl Fn(String) -> String + Sync,
) -> io::Result<Vec<Sample>> {
    let change = &change;
    let lines = BufReader::new(GzDecoder::new(File::open(folder.join("truth.jsonl.gz"))?)).lines();
    let mut truths: Vec<Truth> = lines.map(|line| Ok(serde_json::from_str(&line?)?)).collect::<io::Result<_>>()?;
    truths.retain(|truth| takes(&truth.id));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut parts: Vec<Vec<Truth>> = (0..cores).map(|_| Vec::new()).collect();
    for (at, truth) in truths.into_iter().enumerate() {
        parts[at % cores].push(truth);
    }
    let mut samples = Vec::new();
    std::thread::scope(|scope| {
        let workers: Vec<_> = parts
            .into_iter()
            .map(|part| {
                scope.spawn(move || part.into_iter().map(|truth| measure(folder, truth, change)).collect::<Vec<_>>())
            })
            .collect();
        for worker in workers {
            samples.extend(worker.join().expect("a worker panicked"));
        }
    });
    let mut samples: Vec<Sample> = samples.into_iter().collect::<io::Result<_>>()?;
    samples.sort_by(|a, b| a.truth.id.cmp(&b.truth.id));
    Ok(samples)
}

/// The page without a class or an id: what a site of hashed names looks like to those who do not know them.
pub fn without_names(html: String) -> String {
    let names = element!("[class], [id]", |element| {
        element.remove_attribute("class");
        element.remove_attribute("id");
        Ok(())
    });
    rewrite_str(&html, RewriteStrSettings::new().append_element_content_handler(names)).unwrap_or(html)
}

fn measure(folder: &Path, truth: Truth, change: impl Fn(String) -> String) -> io::Result<Sample> {
    let mut bytes = Vec::new();
    let file = File::open(folder.join("html").join(format!("{}.html.gz", truth.id)))?;
    GzDecoder::new(file).read_to_end(&mut bytes)?;
    let (text, _, _) = encoding_rs::UTF_8.decode(&bytes);
    let page = html::read(&change(text.into_owned())).map_err(io::Error::other)?;
    let url = Url::parse(&truth.url).ok();
    let metadata = metadata::read(&page, url.as_ref());
    let blocks = blocks::segment(&page);
    let features = features::measure(&page, &blocks, &metadata);
    Ok(Sample { truth, url, page, metadata, blocks, features })
}
