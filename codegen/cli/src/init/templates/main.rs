//! Responds to an order with an error of `catalogs/{{id}}.yaml`.

{{imports}}
/// Orders an article of which two are left.
fn order(article: &str, wanted: u32) -> Result<(), Error> {
    let left = 2;
    let article = article.to_owned();
    if wanted > left {
        Err(OutOfStock { article, left })?;
    }
    Ok(())
}

fn main() {
    if let Err(error) = order("pencil", 3) {
        let response = Response::from(error);
        println!("HTTP {}: {}", response.status(), response.body());
    }
}
