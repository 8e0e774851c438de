use super::*;

fn read(text: &str) -> Option<String> {
    parse(text, NumericOrder::Unknown)
}

#[test]
fn machine_dates_keep_their_time_and_offset() {
    for (text, iso) in [
        ("2024-03-28", "2024-03-28"),
        ("2024-03-28T10:05:06.123Z", "2024-03-28T10:05:06Z"),
        ("2024-03-28T10:05+0530", "2024-03-28T10:05+05:30"),
        ("2024-03-28 10:05:06", "2024-03-28T10:05:06"),
        ("Thu, 28 Mar 2024 10:05:06 -0700", "2024-03-28T10:05:06-07:00"),
        ("20240328", "2024-03-28"),
        ("2024-03", "2024-03"),
        ("March 2024", "2024-03"),
        ("2024年3月8日", "2024-03-08"),
        // A word as long as an offset, whose half is no character's end.
        ("5 March 2024 12:30-für", "2024-03-05"),
    ] {
        assert_eq!(read(text).as_deref(), Some(iso), "{text}");
    }
}

#[test]
fn peoples_dates_are_found_inside_text_in_several_languages() {
    for (text, iso) in [
        ("Posted on March 31st, 2014 12:26 IST", "2014-03-31"),
        ("Montag, 1. März 2021, 7 Uhr", "2021-03-01"),
        ("Publié le 1er août 2020", "2020-08-01"),
        ("3 de marzo de 2019", "2019-03-03"),
        ("28 декабря 2022 г.", "2022-12-28"),
        ("الثلاثاء 18 يناير 2022 - 10:45 ص", "2022-01-18"),
        ("9 अप्रैल 2022, 11:30 AM", "2022-04-09"),
        ("4 กุมภาพันธ์ 2565 เวลา 10:20 น.", "2022-02-04"),
        ("Thứ ba, 18/10/2022, 06:00 (GMT+7)", "2022-10-18T06:00+07:00"),
        ("Stand: 05.04.2023", "2023-04-05"),
        ("Sept. 9, 2020", "2020-09-09"),
        ("5. marts 2024 kl. 15:07", "2024-03-05"),
        ("5 d’abril de 2024", "2024-04-05"),
        ("5. ožujka 2024. u 15:07", "2024-03-05"),
        ("2024. március 5. 15:07", "2024-03-05"),
        ("2024년 3월 5일 오후 3시", "2024-03-05"),
        ("5 tháng 3 năm 2024", "2024-03-05"),
        ("05 Tháng 3, 2024", "2024-03-05"),
        ("2024 m. kovo 5 d. 15:07", "2024-03-05"),
        ("2024. gada 5. marts", "2024-03-05"),
        ("2024ko martxoaren 5a", "2024-03-05"),
        ("© 2023 March 5, 2024", "2024-03-05"),
        ("٥ مارس ٢٠٢٤", "2024-03-05"),
        ("۵ مارس ۲۰۲۴", "2024-03-05"),
        ("५ मार्च २०२४", "2024-03-05"),
        ("৫ মার্চ ২০২৪", "2024-03-05"),
    ] {
        assert_eq!(find(text, NumericOrder::Unknown)[0].iso, iso, "{text}");
    }
}

#[test]
fn numbers_that_could_be_either_need_the_pages_region() {
    assert_eq!(read("3/4/2024"), None);
    assert_eq!(read("13/4/2024").as_deref(), Some("2024-04-13"));
    assert_eq!(parse("3/4/2024", NumericOrder::of(Some("en-US"))).as_deref(), Some("2024-03-04"));
    assert_eq!(parse("3/4/2024", NumericOrder::of(Some("fr"))).as_deref(), Some("2024-04-03"));
    assert_eq!(parse("3/4/2024", NumericOrder::of(Some("en"))), None);
}

#[test]
fn a_part_of_a_date_is_known_and_a_month_alone_may_be_a_name() {
    for (text, is) in [("Sat", true), ("Jun 2", true), ("Friday, 3", true), ("April", false), ("Jan Bo", false)] {
        assert_eq!(is_part(text), is, "{text}");
    }
}

#[test]
fn days_between_count_leap_days_and_need_whole_dates() {
    for (from, to, days) in [
        ("2024-02-28", "2024-03-01T10:00Z", Some(2)),
        ("2023-02-28", "2023-03-01", Some(1)),
        ("2024-01-01", "2023-12-31", Some(-1)),
        ("2000-01-01", "2001-01-01", Some(366)),
        ("2024-01", "2024-01-01", None),
    ] {
        assert_eq!(days_between(from, to), days, "{from} {to}");
    }
}

#[test]
fn days_that_do_not_exist_are_no_dates() {
    for text in ["2024-02-30", "31 June 2020", "2024-13-01", "May 5", "1.2.3456", "é".repeat(500).as_str()] {
        assert_eq!(read(text), None, "{text}");
    }
}
