//! What the templates of pages show, as JSON.

use errcat_build::unstable::format::vocabulary::{State, Visibility};
use errcat_build::unstable::model::{Catalog, Notice};
use serde_json::{Value, json};

use super::tree;
use crate::page::{self, Ambiguous, Page, is_by_family, segment};

/// The address below which the pages are published.
pub(super) struct Base<'s>(Option<&'s str>);

impl<'s> Base<'s> {
    pub(super) fn new(url: Option<&'s str>) -> Self {
        Self(url)
    }

    /// Returns the address of a page, if it is known.
    pub(super) fn url(&self, path: &str) -> Option<String> {
        self.0.map(|base| format!("{base}{path}"))
    }
}

/// A catalog and its pages.
pub(super) struct Site<'m> {
    catalog: &'m Catalog,
    pub(super) pages: page::Site<'m>,
}

/// The anchors of a catalog in the index.
pub(super) struct Anchors {
    /// The anchor of each error.
    errors: Vec<String>,
    /// The anchor of each ambiguous code.
    ambiguous: Vec<String>,
}

/// Returns the anchors of all catalogs: the code, or its path if another error has the same.
pub(super) fn anchors(sites: &[Site<'_>]) -> Vec<Anchors> {
    let mut all: Vec<String> =
        sites.iter().flat_map(|site| &site.catalog.errors).map(|error| segment(&error.code)).collect();
    all.sort_unstable();
    let is_unique = |code: &str| {
        let start = all.partition_point(|known| known.as_str() < code);
        all.get(start + 1).is_none_or(|next| next != code)
    };
    let of = |site: &Site<'_>| {
        let folder = &site.pages.paths.folder;
        let errors = site.catalog.errors.iter().zip(&site.pages.paths.errors).map(|(error, path)| {
            let code = segment(&error.code);
            if is_unique(&code) { code } else { format!("{folder}/{path}") }
        });
        let ambiguous = site.pages.paths.ambiguous.iter().map(|ambiguous| segment(&ambiguous.code));
        Anchors { errors: errors.collect(), ambiguous: ambiguous.collect() }
    };
    sites.iter().map(of).collect()
}

/// Returns the title of the index, and what it is about.
pub(super) fn overview(sites: &[Site<'_>]) -> Value {
    let count: usize = sites.iter().map(|site| site.catalog.errors.len()).sum();
    let codes = if count == 1 { "1 code".to_owned() } else { format!("{count} codes") };
    match sites {
        [site] => json!({
            "title": format!("{} error codes", site.catalog.title),
            "about": format!("What happened, what to do, and whether to retry: {codes}."),
            "count": codes,
        }),
        _ => json!({
            "title": "Error codes",
            "about": format!("What happened, what to do, and whether to retry: {codes} of {} APIs.", sites.len()),
            "count": codes,
        }),
    }
}

impl<'m> Site<'m> {
    pub(super) fn new(catalog: &'m Catalog) -> Self {
        Self { catalog, pages: page::Site::new(catalog) }
    }

    /// Returns what all pages of the catalog show.
    pub(super) fn head(&self) -> Value {
        json!({ "title": self.catalog.title, "anchor": self.pages.paths.folder })
    }

    /// Returns the page of the error at an index.
    pub(super) fn code(&self, at: usize, base: &Base<'_>) -> Value {
        let page = self.pages.page(at);
        let root = if is_by_family(self.catalog) { "../../../" } else { "../../" };
        let link = |other: usize| {
            let about = self.pages.brief(other);
            json!({ "href": self.href(root, &self.pages.paths.errors[other]), "title": about.title(), "summary": about.summary() })
        };
        let path = &self.pages.paths.errors[at];
        let family = &self.catalog.families[page.brief.error.family];
        json!({
            "code": page.brief.error.code.value,
            "name": page.brief.name,
            "title": page.brief.title(),
            "summary": page.brief.summary(),
            "canonical": self.canonical(at, base),
            "markdown": format!("{root}{}/{path}.md", self.pages.paths.folder),
            "root": root,
            "family": (!self.is_single()).then(|| json!({ "title": family.title, "anchor": self.family_anchor(&family.id) })),
            "status": status(page.brief.status),
            "retired": page.brief.error.retired.is_some(),
            "notices": notices(&page, &link),
            "message": page.brief.message,
            "description": page.brief.description,
            "help": page.brief.error.help,
            "retry": page.retry.as_ref().map(|retry| json!({ "word": retry.word, "sentence": retry.sentence, "class": retry.class })),
            "facts": facts(&page),
            "params": params(&page),
            "links": page.brief.error.links.iter().map(|link| json!({ "label": link.label, "url": link.url })).collect::<Vec<_>>(),
            "translations": page.translations.iter().map(|translated| json!({ "language": translated.language, "texts": translated.texts })).collect::<Vec<_>>(),
            "body": page.body,
            "constants": page.constants.iter().map(|(language, name)| json!({ "language": language, "name": name })).collect::<Vec<_>>(),
            "related": page.related.errors.iter().map(|other| link(*other)).collect::<Vec<_>>(),
            "more_related": page.related.more,
        })
    }

    /// Returns the page of a code that several families have.
    pub(super) fn candidates(&self, ambiguous: &Ambiguous, base: &Base<'_>) -> Value {
        let root = "../../";
        let candidate = |at: &usize| {
            let about = self.pages.brief(*at);
            json!({
                "href": self.href(root, &self.pages.paths.errors[*at]),
                "family": about.family,
                "status": status(about.status),
                "summary": about.summary(),
            })
        };
        let path = format!("{}/{}", self.pages.paths.folder, ambiguous.path);
        json!({
            "code": ambiguous.code,
            "title": ambiguous.code,
            "canonical": base.url(&format!("{path}/")),
            "markdown": format!("{root}{path}.md"),
            "root": root,
            "candidates": ambiguous.errors.iter().map(candidate).collect::<Vec<_>>(),
        })
    }

    /// Returns the part of the index about the catalog.
    pub(super) fn index(&self, anchors: &Anchors) -> Value {
        let catalog = self.catalog;
        let per_mark = tree::per_mark(catalog.families.iter().map(|family| family.errors.len()));
        let families = catalog.families.iter().map(|family| {
            let errors = family.errors.clone().map(|at| self.entry(at, anchors));
            let statuses: Vec<Option<u16>> = catalog.errors[family.errors.clone()]
                .iter()
                .map(|error| error.status.as_ref().map(|status| status.value))
                .collect();
            json!({
                "title": family.title,
                "description": family.description,
                "anchor": self.family_anchor(&family.id),
                "strip": tree::strip(&statuses, per_mark),
                "errors": errors.collect::<Vec<_>>(),
            })
        });
        json!({
            "title": catalog.title,
            "description": catalog.description,
            "anchor": self.pages.paths.folder,
            "single": self.is_single(),
            "count": catalog.errors.len(),
            "statuses": self.statuses(),
            "per_mark": (per_mark > 1).then_some(per_mark),
            "tree": tree::classes(catalog),
            "ambiguous": self.ambiguous(anchors),
            "families": families.collect::<Vec<_>>(),
            "removed": self.removed(),
        })
    }

    fn entry(&self, at: usize, anchors: &Anchors) -> Value {
        let page = self.pages.page(at);
        let link = |other: usize| json!({ "anchor": anchors.errors[other], "title": self.pages.brief(other).title() });
        let aliases = page.brief.error.aliases.iter().map(|alias| segment(alias));
        let aliases: Vec<String> = aliases.filter(|alias| *alias != anchors.errors[at]).collect();
        json!({
            "anchor": anchors.errors[at],
            "anchors": aliases,
            "href": self.href("", &self.pages.paths.errors[at]),
            "code": page.brief.error.code.value,
            "name": page.brief.name,
            "status": status(page.brief.status),
            "retired": page.brief.error.retired.is_some(),
            "notices": notices(&page, &link),
            "message": page.brief.message,
            "description": page.brief.description,
            "help": page.brief.error.help,
            "retry": page.retry.as_ref().map(|retry| json!({ "word": retry.word, "sentence": retry.sentence })),
            "constant": page.constants[0].1,
        })
    }

    fn ambiguous(&self, anchors: &Anchors) -> Vec<Value> {
        let code = |(ambiguous, anchor): (&Ambiguous, &String)| {
            let candidate = |at: &usize| json!({ "anchor": anchors.errors[*at], "family": self.catalog.family_of(&self.catalog.errors[*at]).title });
            json!({
                "anchor": anchor,
                "code": ambiguous.code,
                "href": self.href("", &ambiguous.path),
                "candidates": ambiguous.errors.iter().map(candidate).collect::<Vec<_>>(),
            })
        };
        self.pages.paths.ambiguous.iter().zip(&anchors.ambiguous).map(code).collect()
    }

    /// Returns the codes that were released and no longer have an entry. Links to them stay.
    fn removed(&self) -> Vec<Value> {
        let promises = self.catalog.ledger.iter().flat_map(|ledger| &ledger.promises);
        let removed = promises.filter(|promise| {
            promise.state == State::Removed
                && promise.visibility == Visibility::Public
                && promise.mask.is_none()
        });
        let code = |promise: &errcat_build::unstable::ledger::Promise| {
            json!({
                "anchor": segment(&promise.code),
                "code": promise.code,
                "name": promise.name,
                "text": promise.message.as_ref().or(promise.description.as_ref()),
            })
        };
        removed.map(code).collect()
    }

    /// Returns the number of codes of each class of statuses.
    fn statuses(&self) -> Vec<Value> {
        let class = |class: u16| {
            let of_class = |error: &&errcat_build::unstable::model::Error| {
                error.status.as_ref().map_or(0, |status| status.value / 100) == class
            };
            let count = self.catalog.errors.iter().filter(of_class).count();
            (count > 0).then(|| json!({ "class": class, "text": format!("{count} × {}", tree::name(class)) }))
        };
        [1, 2, 3, 4, 5, 0].into_iter().filter_map(class).collect()
    }

    fn href(&self, root: &str, path: &str) -> String {
        format!("{root}{}/{path}/index.html", self.pages.paths.folder)
    }

    /// Returns the address of the page of an error: what the catalog says, else below the base.
    fn canonical(&self, at: usize, base: &Base<'_>) -> Option<String> {
        let error = &self.catalog.errors[at];
        let path = format!("{}/{}/", self.pages.paths.folder, self.pages.paths.errors[at]);
        self.catalog.docs_of(error).or_else(|| base.url(&path))
    }

    fn family_anchor(&self, id: &str) -> String {
        format!("{}/{}", self.pages.paths.folder, segment(id))
    }

    /// Returns `true` if the only family is the catalog itself.
    fn is_single(&self) -> bool {
        matches!(self.catalog.families.as_slice(), [family] if family.title == self.catalog.title)
    }
}

fn notices(page: &Page<'_>, link: &dyn Fn(usize) -> Value) -> Vec<Value> {
    let notice = |(word, notice): &(&str, &Notice)| {
        json!({
            "word": page::capital(word),
            "since": notice.since,
            "use": notice.instead.map(link),
            "note": notice.note,
        })
    };
    page.notices.iter().map(notice).collect()
}

fn status(status: Option<(u16, &str)>) -> Option<Value> {
    status.map(|(number, phrase)| json!({ "number": number, "phrase": phrase, "class": number / 100 }))
}

fn facts(page: &Page<'_>) -> Vec<Value> {
    let class = (!page.classes.is_empty()).then(|| ("Class".to_owned(), page.classes.clone(), " › "));
    let others = page
        .facts
        .iter()
        .map(|(label, values)| (page::capital(label), values.iter().map(String::as_str).collect(), ", "));
    let fact = |(label, values, between): (String, Vec<&str>, &str)| json!({ "label": label, "values": values, "between": between, "mono": label == "Class" });
    class.into_iter().chain(others).map(fact).collect()
}

fn params(page: &Page<'_>) -> Vec<Value> {
    let group = |(title, rows): &(&str, Vec<page::Row>)| {
        let row = |row: &page::Row| json!({ "name": row.name, "ty": row.ty, "description": row.description });
        json!({ "title": title, "rows": rows.iter().map(row).collect::<Vec<_>>() })
    };
    page.params.iter().map(group).collect()
}
