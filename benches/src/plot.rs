//! Plots of results, written to `benches/plots` as SVG.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use plotters::coord::Shift;
use plotters::prelude::*;

/// The size of a plot in pixels.
const SIZE: (u32, u32) = (860, 420);

/// Colours that people with colour blindness can tell apart (Okabe and Ito), and grey.
const COLOURS: [RGBColor; 8] = [
    RGBColor(0, 114, 178),
    RGBColor(230, 159, 0),
    RGBColor(0, 158, 115),
    RGBColor(204, 121, 167),
    RGBColor(86, 180, 233),
    RGBColor(213, 94, 0),
    RGBColor(240, 228, 66),
    RGBColor(110, 110, 110),
];

type Drawn = Result<(), Box<dyn Error>>;

/// A line, or the bars of one colour: its name, and its points.
pub(crate) struct Series {
    name: String,
    points: Vec<(f64, f64)>,
}

/// A plot that collects its points.
#[derive(Default)]
pub(crate) struct Plot {
    series: Vec<Series>,
}

impl Plot {
    /// Adds a point to the series with this name.
    pub(crate) fn point(&mut self, name: &str, x: f64, y: f64) {
        match self.series.iter_mut().find(|series| series.name == name) {
            Some(series) => series.points.push((x, y)),
            None => self.series.push(Series { name: name.to_owned(), points: vec![(x, y)] }),
        }
    }

    /// Draws a line per series, with logarithmic axes.
    pub(crate) fn lines(&self, file: &str, title: &str, x: &str, y: &str) -> Drawn {
        let (xs, ys) = (self.range(|point| point.0), self.range(|point| point.1));
        let path = path(file)?;
        let area = area(&path)?;
        let mut chart = ChartBuilder::on(&area)
            .caption(title, ("sans-serif", 18))
            .margin(12)
            .x_label_area_size(40)
            .y_label_area_size(64)
            .build_cartesian_2d((xs.0..xs.1 * 1.05).log_scale(), (ys.0 * 0.8..ys.1 * 1.3).log_scale())?;
        chart
            .configure_mesh()
            .light_line_style(WHITE)
            .x_desc(x)
            .y_desc(y)
            .x_label_formatter(&|value| format!("{value}"))
            .y_label_formatter(&|value| format!("{value}"))
            .draw()?;
        for (series, colour) in self.series.iter().zip(COLOURS.iter().cycle()) {
            chart
                .draw_series(LineSeries::new(series.points.clone(), colour.stroke_width(2)).point_size(3))?
                .label(&series.name)
                .legend(move |at| square(at, *colour));
        }
        chart
            .configure_series_labels()
            .position(SeriesLabelPosition::UpperLeft)
            .background_style(WHITE)
            .border_style(COLOURS[7])
            .draw()?;
        area.present()?;
        Ok(())
    }

    /// Draws a group of bars per category. Categories are at x = 0, 1, 2, …
    pub(crate) fn bars(&self, file: &str, title: &str, categories: &[&str], y: &str, highest: f64) -> Drawn {
        let count = f64::from(u32::try_from(self.series.len())?);
        let end = f64::from(u32::try_from(categories.len())?);
        let path = path(file)?;
        let area = area(&path)?;
        let mut chart = ChartBuilder::on(&area)
            .caption(title, ("sans-serif", 18))
            .margin(12)
            .x_label_area_size(30)
            .y_label_area_size(54)
            .build_cartesian_2d(0.0..end, 0.0..highest)?;
        chart
            .configure_mesh()
            .disable_x_mesh()
            .x_labels(2 * categories.len() + 1)
            .x_label_formatter(&|x| {
                let category =
                    categories.iter().zip(0_u32..).find(|(_, at)| (f64::from(*at) + 0.5 - x).abs() < 0.1);
                category.map_or(String::new(), |(name, _)| (*name).to_owned())
            })
            .light_line_style(WHITE)
            .y_desc(y)
            .draw()?;
        for (at, (series, colour)) in (0_u32..).zip(self.series.iter().zip(COLOURS.iter().cycle())) {
            let left = 0.1 + 0.8 * f64::from(at) / count;
            let bars = series.points.iter().map(|&(x, y)| {
                Rectangle::new([(x + left, 0.0), (x + left + 0.7 / count, y.min(highest))], colour.filled())
            });
            chart.draw_series(bars)?.label(&series.name).legend(move |at| square(at, *colour));
        }
        chart
            .configure_series_labels()
            .position(SeriesLabelPosition::UpperLeft)
            .background_style(WHITE)
            .border_style(COLOURS[7])
            .draw()?;
        area.present()?;
        Ok(())
    }

    /// Returns the least and the greatest coordinate.
    fn range(&self, of: fn(&(f64, f64)) -> f64) -> (f64, f64) {
        let all = || self.series.iter().flat_map(|series| series.points.iter().map(of));
        (all().fold(f64::INFINITY, f64::min), all().fold(0.0, f64::max))
    }
}

/// Returns the mark of a series in the legend.
fn square((x, y): (i32, i32), colour: RGBColor) -> Rectangle<(i32, i32)> {
    Rectangle::new([(x, y - 5), (x + 14, y + 5)], colour.filled())
}

fn path(file: &str) -> Result<PathBuf, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("plots");
    fs::create_dir_all(&folder)?;
    Ok(folder.join(file))
}

fn area(path: &Path) -> Result<DrawingArea<SVGBackend<'_>, Shift>, Box<dyn Error>> {
    let area = SVGBackend::new(path, SIZE).into_drawing_area();
    area.fill(&WHITE)?;
    Ok(area)
}
