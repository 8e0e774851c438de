//! Months: their names, and their days.

use std::sync::LazyLock;

/// Names and their abbreviations by month, lower-case, in English, German, French, Spanish, Italian, Portuguese, Dutch,
/// Polish and Russian (genitive, as dates have it), then Swedish, Danish, Czech, Turkish, Ukrainian, Arabic, Hebrew,
/// Persian, Urdu, Hindi, Bengali, Tamil, Thai, Greek, Romanian, Finnish, Indonesian, Bulgarian, Catalan, Croatian, Slovene,
/// Slovak, Serbian, Hungarian, Lithuanian, Latvian, Estonian, Icelandic and Basque, where they differ and clash with none of
/// the others: Croatia's October is Poland's November.
#[rustfmt::skip]
const NAMES: [&str; 12] = [
    "january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari stycznia styczeń января янв \
     январь ledna ocak січня يناير جانفي ינואר בינואר ژانویه جنوری जनवरी জানুয়ারি ஜனவரி มกราคม ιανουαρίου ianuarie \
     tammikuuta януари gener siječnja januarja januára sausio janvāris jaanuar január janúar urtarrilaren јануар \
     јануара",
    "february feb febr februar feber février févr fév febrero febbraio fevereiro fev februari lutego luty lut \
     февраля фев февраль února şubat лютого فبراير فيفري شباط פברואר בפברואר فوریه فروری फरवरी फ़रवरी ফেব্রুয়ারি \
     பிப்ரவரி กุมภาพันธ์ φεβρουαρίου februarie helmikuuta febrer veljače februarja februára vasario februāris \
     veebruar február febrúar otsailaren фебруар фебруара",
    "march mar märz mär mrz mars marzo março maart mrt marca marzec марта мар март března mart березня مارس آذار מרץ \
     במרץ مارچ मार्च মার্চ மார்ச் มีนาคม μαρτίου martie maaliskuuta maret març marts ožujka marec kovo märts március \
     martxoaren",
    "april apr avril avr abril abr aprile kwietnia kwiecień kwi апреля апр апрель dubna nisan квітня أبريل ابريل \
     إبريل أفريل نيسان אפריל באפריל آوریل اپریل अप्रैल এপ্রিল ஏப்ரல் เมษายน απριλίου aprilie huhtikuuta travnja \
     aprila apríla balandžio aprīlis aprill április apríl apirilaren април априла",
    "may mai mayo maggio mag maio mei maja maj мая май května mayıs травня مايو ماي أيار מאי במאי مه مئی मई মে மே \
     พฤษภาคม μαΐου toukokuuta maig svibnja mája gegužės maijs május maí maiatzaren мај маја",
    "june jun juni juin junio giugno giu junho czerwca czerwiec cze июня июн июнь června haziran червня يونيو جوان \
     حزيران יוני ביוני ژوئن جون जून জুন ஜூன் มิถุนายน ιουνίου iunie kesäkuuta юни juny lipnja junija junij júna \
     birželio jūnijs juuni június júní ekainaren јун јуна",
    "july jul juli juillet juil julio luglio lug julho lipca lipiec lip июля июл июль července temmuz липня يوليو \
     جويلية تموز יולי ביולי ژوئیه جولائی जुलाई জুলাই ஜூலை กรกฎาคม ιουλίου iulie heinäkuuta юли juliol srpnja julija \
     julij júla liepos jūlijs juuli július júlí uztailaren јул јула",
    "august aug août aout agosto ago augustus sierpnia sierpień sie августа авг август srpna augusti ağustos серпня \
     أغسطس اغسطس أوت آب אוגוסט באוגוסט اوت اگست अगस्त আগস্ট ஆகஸ்ட் สิงหาคม αυγούστου elokuuta agustus agost kolovoza \
     avgusta avgust augusta rugpjūčio augusts augusztus ágúst abuztuaren",
    "september sep sept septembre septiembre settembre setembro set września wrzesień wrz сентября сен сент сентябрь \
     září eylül вересня سبتمبر أيلول ספטמבר בספטמבר سپتامبر ستمبر सितंबर सितम्बर সেপ্টেম্বর செப்டம்பர் กันยายน \
     σεπτεμβρίου septembrie syyskuuta септември rujna septembra septembar rugsėjo septembris szeptember irailaren \
     септембар септембра",
    "october oct oktober okt octobre octubre ottobre ott outubro out października październik paź октября окт \
     октябрь října ekim жовтня أكتوبر اكتوبر אוקטובר באוקטובר اکتبر اکتوبر अक्टूबर अक्तूबर অক্টোবর அக்டோபர் ตุลาคม \
     οκτωβρίου octombrie lokakuuta октомври oktobra oktobar októbra spalio oktobris oktoober október urriaren \
     октобар октобра",
    "november nov novembre noviembre novembro listopada listopad lis ноября ноя ноябрь listopadu kasım листопада \
     نوفمبر נובמבר בנובמבר نوامبر نومبر नवंबर नवम्बर নভেম্বর நவம்பர் พฤศจิกายน νοεμβρίου noiembrie marraskuuta \
     ноември studenoga studenog novembra novembar lapkričio novembris nóvember azaroaren новембар новембра",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro grudnia grudzień gru декабря дек декабрь \
     prosince aralık грудня ديسمبر דצמבר בדצמבר دسامبر دسمبر दिसंबर दिसम्बर ডিসেম্বর டிசம்பர் ธันวาคม δεκεμβρίου \
     decembrie joulukuuta desember декември desembre prosinca decembra decembar gruodžio decembris detsember \
     abenduaren децембар децембра",
];

/// Every name with its month, sorted: asked for each word of each line that may hold a date.
static MONTHS: LazyLock<Vec<(&str, u32)>> = LazyLock::new(|| {
    let names = NAMES.iter().zip(1..).flat_map(|(names, month)| names.split(' ').map(move |name| (name, month)));
    let mut months: Vec<_> = names.collect();
    months.sort_unstable();
    months
});

/// The month a word names, 1 to 12.
pub fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let at = MONTHS.binary_search_by(|(name, _)| (*name).cmp(word.as_str())).ok()?;
    Some(MONTHS[at].1)
}

/// A name of this month, in the script of `word`, as long as it where there is one, and in its case.
pub fn of_length(month: u32, word: &str) -> String {
    let is_latin = |word: &str| word.chars().all(|c| c < '\u{250}');
    let script = |word: &str| word.chars().next().map_or(0, |c| if is_latin(word) { 0 } else { c as u32 >> 8 });
    let length = |word: &str| word.chars().count();
    let names = MONTHS.iter().filter(|(name, of)| *of == month && script(name) == script(word));
    let name = names.map(|(name, _)| *name).min_by_key(|name| length(name).abs_diff(length(word))).unwrap_or(word);
    if word.chars().all(char::is_uppercase) {
        name.to_uppercase()
    } else if word.starts_with(char::is_uppercase) {
        name.chars().take(1).flat_map(char::to_uppercase).chain(name.chars().skip(1)).collect()
    } else {
        name.to_owned()
    }
}

/// Days of the week and their abbreviations, lower-case: English, German, French, Spanish, Italian, Portuguese, Dutch.
const WEEKDAYS: &str = "monday mon tuesday tue tues wednesday wed thursday thu thurs friday fri saturday sat sunday sun \
                        montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi \
                        samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì \
                        giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag";

/// Whether a word is the name of a weekday, in any case.
pub fn is_weekday(word: &str) -> bool {
    let word = word.to_lowercase();
    WEEKDAYS.split_whitespace().any(|day| day == word)
}

/// How many days a month of a year has; `None` where there is no such month.
pub fn days(year: u32, month: u32) -> Option<u32> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    Some(match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        1..=12 => 31,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_several_languages_are_known_and_none_names_two_months() {
        for (word, number) in
            [("März", 3), ("août", 8), ("Декабря", 12), ("sept", 9), ("Kwietnia", 4), ("mei", 5), ("marts", 3)]
        {
            assert_eq!(month(word), Some(number), "{word}");
        }
        let mut all: Vec<(&str, usize)> =
            NAMES.iter().enumerate().flat_map(|(at, names)| names.split_whitespace().map(move |n| (n, at))).collect();
        all.sort_unstable();
        all.dedup();
        assert!(all.windows(2).all(|pair| pair[0].0 != pair[1].0));
    }
}
