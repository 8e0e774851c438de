//! Why a block is kept or not, in words a person understands.

use serde::Serialize;

/// The last decision about a block. Its name in `snake_case` is what interfaces in other languages know it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Reason {
    Scored,
    Between,
    GoesOn,
    Lead,
    PictureInside,
    PartOfWhole,
    AskedFor,
    NotSure,
    BroughtBack,
    ScoredLow,
    OutsideColumn,
    HeadsNothing,
    NotRendered,
    Floating,
    Repeated,
    ShownAbove,
    PictureOutside,
    Furniture,
    Unselected,
    Label,
    Pointer,
    Prompt,
    LinkList,
    Control,
    Comments,
    Reviews,
    AnotherArticle,
    Trailing,
    HiddenByPerson,
    OnOtherPages,
}

impl Reason {
    /// Whether it keeps the block.
    pub fn is_kept(self) -> bool {
        matches!(
            self,
            Self::Scored
                | Self::Between
                | Self::GoesOn
                | Self::Lead
                | Self::PictureInside
                | Self::PartOfWhole
                | Self::AskedFor
                | Self::NotSure
                | Self::BroughtBack
        )
    }

    /// The reason as an English phrase.
    pub fn words(self) -> &'static str {
        match self {
            Self::Scored => "reads like the text of the article",
            Self::Between => "stands between paragraphs of the article",
            Self::GoesOn => "goes on with the text above it",
            Self::Lead => "the first paragraph under the headline",
            Self::PictureInside => "a picture among the text",
            Self::PartOfWhole => "part of a table, quotation or figure of the article",
            Self::AskedFor => "everything was asked for",
            Self::NotSure => "kept because nothing on the page reads like an article",
            Self::BroughtBack => "brought back by you",
            Self::ScoredLow => "does not read like the text of the article",
            Self::OutsideColumn => "stands outside the text column",
            Self::HeadsNothing => "a heading over nothing that is kept",
            Self::NotRendered => "hidden on the page",
            Self::Floating => "floats over the page",
            Self::Repeated => "says again what stands above",
            Self::ShownAbove => "shown above the text: headline, byline or date",
            Self::PictureOutside => "a picture away from the text",
            Self::Unselected => "not selected; it only says whose text this is",
            Self::Label => "says what only furniture says",
            Self::Pointer => "points to other pages",
            Self::Prompt => "asks for an address, a click or a login",
            Self::LinkList => "a list of links that is no part of the text",
            Self::Control => "a button",
            Self::Comments => "readers' comments",
            Self::Reviews => "customers' reviews",
            Self::AnotherArticle => "another article on the same page",
            Self::Trailing => "stands under the end of the text",
            Self::HiddenByPerson => "hidden by you",
            Self::OnOtherPages => "repeated on other pages of this site",
            Self::Furniture => "certainly furniture: a menu, a form or a footer",
        }
    }
}
