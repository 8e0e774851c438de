//! The words around days, and those that elements with a day are called.

/// What elements with a date are called.
pub(super) const NAMES: &[&str] = &[
    "date",
    "dates",
    "datetime",
    "published",
    "pubdate",
    "publish",
    "timestamp",
    "dateline",
    "posted",
    "time",
    "updated",
    "modified",
    "datum",
    "fecha",
    "meta",
    "byline",
    "info",
];

/// The same, where nothing but the name tells: of these no other thing is called.
pub(super) const SURE_NAMES: &[&str] =
    &["date", "dates", "datetime", "published", "pubdate", "publish", "timestamp", "dateline", "posted"];

/// What elements with the day of a change are called.
pub(super) const CHANGED_NAMES: &[&str] = &["updated", "modified", "update", "modify"];

/// What before a date says that it is of a change.
pub(super) const CHANGED: &[&str] = &[
    "updated",
    "update",
    "modified",
    "edited",
    "reviewed",
    "revised",
    "changed",
    "aktualisiert",
    "geändert",
    "mis à jour",
    "modifié",
    "actualizado",
    "actualizada",
    "aggiornato",
    "atualizado",
    "atualizada",
    "bijgewerkt",
    "zaktualizowano",
    "aktualizacja",
    "обновлено",
    "изменено",
    "оновлено",
    "aktualizováno",
    "aktualizované",
    "frissítve",
    "actualizat",
    "uppdaterad",
    "opdateret",
    "oppdatert",
    "päivitetty",
    "güncelleme",
    "güncellendi",
    "ενημέρωση",
    "ενημερώθηκε",
    "تحديث",
    "به‌روزرسانی",
    "بروزرسانی",
    "עודכן",
    "अपडेट",
    "আপডেট",
    "อัปเดต",
    "แก้ไข",
    "cập nhật",
    "diperbarui",
    "更新",
    "수정",
];

/// What before a date says that it is of the publication, where one of a change may stand in the line, too. All are in
/// [`LABELS`].
pub(super) const FIRST: &[&str] = &["published", "posted", "veröffentlicht", "publié", "publicado"];

/// What a line of credits with a day begins with, lower-case.
pub(super) const LABELS: &[&str] = &[
    "published",
    "publish date",
    "publication date",
    "posted",
    "date",
    "started by",
    "veröffentlicht",
    "erstellt",
    "publié",
    "publicado",
    "publicada",
    "pubblicato",
    "gepubliceerd",
    "geplaatst",
    "opublikowano",
    "dodano",
    "опубликовано",
    "опубліковано",
    "publicerad",
    "publisert",
    "udgivet",
    "julkaistu",
    "publikováno",
    "zveřejněno",
    "vydáno",
    "megjelent",
    "publicat",
    "yayın",
    "giriş",
    "δημοσίευση",
    "δημοσιεύθηκε",
    "انتشار",
    "تاریخ",
    "প্রকাশ",
    "வெளியிடப்பட்டது",
    "diterbitkan",
    "tayang",
    "ngày đăng",
    "发表",
    "發表",
    "송고",
    "дата",
    "first published",
    "originally published",
    "created",
    "released",
    "submitted",
    "stand",
    "updated",
    "last ",
    "发布",
    "發布",
    "公開",
    "投稿",
    "نشر",
    "تاريخ",
    "פורסם",
    "प्रकाशित",
    "เผยแพร่",
    "入力",
    "등록",
    "입력",
];

/// What elements with the day are called on which somebody came to a forum.
pub(super) const ACCOUNT_NAMES: &[&str] = &["joined", "registered", "postprofile", "userprofile", "userinfo"];

/// What stands before such a day, lower-case.
pub(super) const ACCOUNT_LABELS: &[&str] =
    &["joined", "registered", "member since", "community for", "registriert", "mitglied seit", "inscrit", "registrado"];

/// What stands around a time of day.
pub(super) const BESIDE_CLOCKS: &[&str] =
    &["at", "um", "uhr", "am", "pm", "gmt", "utc", "à", "klo", "kl", "ore", "alle"];
