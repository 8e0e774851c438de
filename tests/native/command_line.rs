//! The command line, run as a process.

use std::{
    fs,
    io::{Read, Write},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

use encoding_rs::{ISO_8859_2, SHIFT_JIS, WINDOWS_1251};
use flate2::{Compression, write::GzEncoder};
use serde_json::Value;

const STORY: &str = "The council voted on Monday to rebuild the old bridge over the river, which was closed in the \
    spring, and said that the work would take two years and cost less than was feared.";

/// A folder of its own for one test, gone when the test is done.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        // Tests run beside each other: no two may have the same, whatever they call it.
        static MADE: AtomicU32 = AtomicU32::new(0);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn run(args: &[&str]) -> Output {
    run_with(args, b"")
}

fn run_with(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_quietpage"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A run that ends on its arguments does not read.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The one line on stderr of a run that must fail with exit code 2 and print nothing.
fn refusal(args: &[&str]) -> String {
    let output = run(args);
    let line = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{args:?}: {line}");
    assert!(
        output.stdout.is_empty() && line.starts_with("quietpage: ") && line.lines().count() == 1,
        "{args:?}: {line}"
    );
    line
}

/// A page with a story: each sentence in a paragraph of its own.
fn page(head: &str, sentences: &[&str]) -> String {
    let paragraphs = sentences.join("</p>\n<p>");
    format!("<html><head>{head}</head><body><article><h1>Headline</h1>\n<p>{paragraphs}</p></article></body></html>")
}

/// The text of all blocks that `explain` finds.
fn explained(bytes: &[u8]) -> String {
    let output = run_with(&["explain", "--json", "-"], bytes);
    assert_eq!(output.status.code(), Some(0));
    let entries: Value = serde_json::from_slice(&output.stdout).unwrap();
    entries.as_array().unwrap().iter().map(|entry| entry["text"].as_str().unwrap().to_owned() + "\n").collect()
}

#[test]
fn help_and_version_go_to_standard_output() {
    let help = run(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(stdout(&help).contains("extract") && stdout(&help).contains("--urls"));
    assert_eq!(stdout(&run(&["--version"])), format!("quietpage {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn arguments_that_make_no_sense_are_refused_in_one_line() {
    for (args, says) in [
        (&[][..], "no command given"),
        (&["extrac", "x"], "there is no command extrac"),
        (&["extract"], "takes one FILE"),
        (&["extract", "a", "b"], "takes one FILE"),
        (&["batch"], "takes one DIR"),
        (&["extract", "--frob", "x"], "--frob"),
        (&["extract", "--format", "pdf", "x"], "there is no format \"pdf\""),
        (&["extract", "--format", "epub", "--output", "x.epub", "x"], "epub"),
        (&["extract", "--url", "/relative", "x"], "not an absolute address"),
        (&["extract", "--json", "x"], "extract has no --json"),
        (&["batch", "--url", "https://example.org/", "x"], "batch has no --url"),
        (&["explain", "--output", "y", "x"], "explain has no --output"),
        (&["batch", "--jobs", "0", "x"], "not a number from 1"),
    ] {
        let line = refusal(args);
        assert!(line.contains(says), "{args:?}: {line}");
    }
}

#[test]
fn files_that_cannot_be_read_are_refused_by_name() {
    let folder = Folder::new("unreadable");
    let bad = folder.write("bad.html.gz", "not gzip");
    let empty = folder.write("empty.html", "<p> </p>");
    let story = folder.write("story.html", page("", &[STORY]));
    assert!(refusal(&["extract", "no-such-file.html"]).contains("cannot read no-such-file.html"));
    assert!(refusal(&["extract", &bad]).contains("cannot unpack"));
    assert!(refusal(&["extract", &empty]).contains("no text"));
    assert!(refusal(&["batch", "no-such-folder"]).contains("cannot read no-such-folder"));
    assert!(refusal(&["batch", "--urls", "no-such-urls", folder.path()]).contains("cannot read no-such-urls"));
    assert!(refusal(&["extract", "--output", "no-such-folder/x", &story]).contains("cannot write"));
    let urls = folder.write("urls.jsonl", "{\"id\":\"a\",\"url\":\"https://example.org/\"}\n{\"id\":1}\n");
    assert!(refusal(&["batch", "--urls", &urls, folder.path()]).contains("line 2"));
}

#[test]
fn an_article_has_every_field_of_the_contract() {
    let output = run_with(&["extract", "--url", "https://example.org/story", "-"], page("", &[STORY; 4]).as_bytes());
    let article: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut fields: Vec<_> = article.as_object().unwrap().keys().map(String::as_str).collect();
    fields.sort_unstable();
    let mut contract = vec![
        "title",
        "dek",
        "byline",
        "site_name",
        "published",
        "modified",
        "lang",
        "dir",
        "lead_image",
        "excerpt",
        "html",
        "markdown",
        "text",
        "word_count",
        "reading_minutes",
        "confidence",
        "verdict",
        "readerable",
        "next_page",
        "kind",
    ];
    contract.sort_unstable();
    assert_eq!(fields, contract);
}

#[test]
fn each_format_is_the_field_of_its_name() {
    let input = page("", &[STORY; 4]);
    let article: Value = serde_json::from_slice(&run_with(&["extract", "-"], input.as_bytes()).stdout).unwrap();
    for format in ["html", "markdown", "text"] {
        let output = run_with(&["extract", "--format", format, "-"], input.as_bytes());
        assert_eq!(stdout(&output).trim_end(), article[format].as_str().unwrap().trim_end());
    }
}

#[cfg(unix)]
#[test]
fn an_output_that_is_no_file_is_written_to_and_stays() {
    let folder = Folder::new("pipe");
    let story = folder.write("story.html", page("", &[STORY; 4]));
    let pipe = format!("{}/pipe", folder.path());
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let reader = Command::new("cat").arg(&pipe).stdout(Stdio::piped()).spawn().unwrap();
    run(&["extract", "--format", "text", "--output", &pipe, &story]);
    assert!(String::from_utf8(reader.wait_with_output().unwrap().stdout).unwrap().contains(STORY));
    assert!(!fs::metadata(&pipe).unwrap().is_file());
}

#[test]
fn an_output_file_is_written_whole_and_leaves_nothing_beside_it() {
    let folder = Folder::new("output");
    let story = folder.write("story.html", page("", &[STORY; 4]));
    let target = folder.write("out.json", "old");
    let output = run(&["extract", "--output", &target, &story]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
    assert_eq!(fs::read(&target).unwrap(), run(&["extract", &story]).stdout);
    let empty = folder.write("empty.html", "");
    refusal(&["extract", "--output", &target, &empty]);
    assert_eq!(fs::read(&target).unwrap(), run(&["extract", &story]).stdout);
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 3);
}

#[test]
fn bytes_are_read_in_the_encoding_they_are_in() {
    let russian = "Городской совет проголосовал за восстановление старого моста через реку, закрытого весной.";
    let japanese = "市議会は月曜日、春に閉鎖された川の古い橋を再建することを決めた。";
    let czech = "Městské zastupitelstvo schválilo opravu starého mostu přes řeku, který byl na jaře uzavřen.";
    let plain = |text: &str| page("", &[text]);
    let utf16 = |text: &str, to_bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("\u{feff}{}", plain(text)).encode_utf16().flat_map(to_bytes).collect()
    };
    let in_meta = "<!-- <meta charset=utf-8> --><meta name=x content='charset=utf-8'>\
        <meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>";
    for (what, bytes, text) in [
        ("windows-1251, detected", WINDOWS_1251.encode(&plain(russian)).0.into_owned(), russian),
        ("shift_jis, detected", SHIFT_JIS.encode(&plain(japanese)).0.into_owned(), japanese),
        (
            "shift_jis, declared",
            SHIFT_JIS.encode(&page("<meta charset=shift_jis>", &[japanese])).0.into_owned(),
            japanese,
        ),
        ("iso-8859-2, declared", ISO_8859_2.encode(&page(in_meta, &[czech])).0.into_owned(), czech),
        ("utf-8, detected", plain(czech).into_bytes(), czech),
        ("utf-8 that says it is utf-16", page("<meta charset=utf-16>", &[czech]).into_bytes(), czech),
        ("utf-8 whose meta is the server's", page("<meta charset=iso-8859-1>", &[czech]).into_bytes(), czech),
        (
            "utf-8 whose meta is the server's, cut off within a sign",
            [page("<meta charset=iso-8859-1>", &[czech]).as_bytes(), &"ř".as_bytes()[..1]].concat(),
            czech,
        ),
        ("utf-16 little-endian with a mark", utf16(japanese, u16::to_le_bytes), japanese),
        ("utf-16 big-endian with a mark", utf16(russian, u16::to_be_bytes), russian),
        ("utf-8 with a mark", format!("\u{feff}{}", page("<meta charset=koi8-r>", &[czech])).into_bytes(), czech),
    ] {
        assert!(explained(&bytes).contains(text), "{what}: {}", explained(&bytes));
    }
}

#[test]
fn explain_shows_every_block_with_its_mark_its_score_and_reasons() {
    let output = run_with(&["explain", "-"], page("", &[STORY; 4]).as_bytes());
    let lines: Vec<String> = stdout(&output).lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 5);
    for line in &lines {
        assert!(line.starts_with("+ ") || line.starts_with("- "), "{line}");
        assert!(line[2..6].parse::<f32>().is_ok_and(|score| (0.0..=1.0).contains(&score)), "{line}");
        assert!(line.ends_with(']'), "{line}");
    }
}

#[test]
fn a_batch_is_in_name_order_and_goes_on_after_pages_that_fail() {
    let folder = Folder::new("batch");
    folder.write("b.html", page("", &[STORY; 400]));
    folder.write("c.html", "");
    folder.write("d.html.gz", "not gzip");
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(page("", &[STORY; 4]).as_bytes()).unwrap();
    folder.write("a.html.gz", gzip.finish().unwrap());
    folder.write("e.html", page("", &[STORY; 4]));
    folder.write("notes.txt", "no page");
    let urls = folder.write(
        "urls.jsonl",
        "{\"id\":\"e\",\"url\":\"no address\"}\n\n{\"id\":\"a\",\"url\":\"https://example.org/\"}\n",
    );
    let run_on = |jobs: &str| run(&["batch", "--jobs", jobs, "--urls", &urls, folder.path()]);
    let output = run_on("3");
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stderr.is_empty());
    let lines: Vec<Value> = stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let summary: Vec<_> =
        lines.iter().map(|line| (line["id"].as_str().unwrap(), line["error"]["code"].as_str())).collect();
    let expected = [("a", None), ("b", None), ("c", Some("no_text")), ("d", Some("bad_gzip")), ("e", Some("bad_url"))];
    assert_eq!(summary, expected);
    assert!(lines[2]["error"]["message"].as_str().unwrap().contains("no text"));
    assert!(lines[0]["verdict"].is_string());
    assert_eq!(run_on("1").stdout, output.stdout);
}

#[test]
fn a_batch_in_which_nothing_fails_exits_with_zero() {
    let folder = Folder::new("good-batch");
    assert_eq!(run(&["batch", folder.path()]).status.code(), Some(0));
    folder.write("a.html", page("", &[STORY; 4]));
    assert_eq!(run(&["batch", folder.path()]).status.code(), Some(0));
}

#[test]
fn a_reader_who_has_read_enough_ends_the_run_quietly() {
    let folder = Folder::new("pipe");
    for number in 0..20 {
        folder.write(&format!("{number}.html"), page("", &[STORY; 200]));
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_quietpage"))
        .args(["batch", folder.path()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

#[test]
fn a_report_is_read_wherever_a_page_is_and_tells_the_same() {
    let folder = Folder::new("report");
    let page = folder.write(
        "page.html",
        format!("<title>Bridge | Post</title><h1>Bridge</h1><p>{STORY}</p><p>{STORY}</p><nav><a href=/>Home</a></nav>"),
    );
    let url = "https://post.example/news/bridge";
    let report = run(&["report", "--seed", "4", "--url", url, &page]);
    let report = String::from_utf8(report.stdout).unwrap();
    assert!(report.starts_with("quietpage-report 1\nurl https://") && !report.contains("post.example"), "{report}");
    assert_eq!(run(&["report", "--seed", "4", "--url", url, &page]).stdout, report.as_bytes());
    assert_ne!(run(&["report", "--url", url, &page]).stdout, run(&["report", "--url", url, &page]).stdout);
    let reasons = |args: &[&str], input: &[u8]| -> Vec<Value> {
        let blocks: Value = serde_json::from_slice(&run_with(args, input).stdout).unwrap();
        blocks.as_array().unwrap().iter().map(|entry| entry["because"].clone()).collect()
    };
    let of_page = reasons(&["explain", "--json", "--url", url, &page], b"");
    assert!(of_page.contains(&Value::from("scored")), "{of_page:?}");
    assert_eq!(reasons(&["explain", "--json", "-"], report.as_bytes()), of_page);
    folder.write("report.html", &report);
    let batch = run(&["batch", folder.path()]);
    assert_eq!(String::from_utf8(batch.stdout).unwrap().lines().count(), 2);
    let bad = run_with(&["extract", "-"], b"quietpage-report 1\n  p");
    assert_eq!(bad.status.code(), Some(2));
    assert!(String::from_utf8(bad.stderr).unwrap().contains("line 2"));
}

#[test]
fn hints_for_the_author_come_after_the_blocks_where_they_are_asked_for() {
    let bare =
        format!("<meta property=og:type content=article><h1>Rain</h1><div>{STORY}<br><br>{STORY}<br><br>{STORY}</div>");
    let said = |args: &[&str]| String::from_utf8(run_with(args, bare.as_bytes()).stdout).unwrap();
    let lines = said(&["explain", "--hints", "-"]);
    assert!(lines.lines().last().unwrap().starts_with("! ") && lines.contains("has no element of its own"), "{lines}");
    assert!(!said(&["explain", "-"]).contains("! "));
    let explained: Value = serde_json::from_str(&said(&["explain", "--json", "--hints", "-"])).unwrap();
    assert_eq!(explained["hints"][0]["code"], "bare_first_paragraph");
    assert!(explained["blocks"][0]["reasons"][0].is_string() && explained["hints"][0]["words"].is_number());
}
