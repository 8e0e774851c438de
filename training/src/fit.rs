//! Logistic regression with L2, by Adam over all rows (Kingma and Ba 2015). No randomness: same rows, same weights.

use quietpage::features::FEATURES;

/// Rows of scaled features with a target share and a weight.
#[derive(Default)]
pub struct Rows {
    pub values: Vec<f32>,
    pub targets: Vec<f32>,
    pub weights: Vec<f32>,
}

/// A fitted linear model.
#[derive(Clone)]
pub struct Linear {
    pub bias: f32,
    pub weights: Vec<f32>,
}

const STEPS: usize = 400;
const RATE: f32 = 0.1;
const L2: f32 = 2e-5;

impl Rows {
    /// Adds a row of raw feature values.
    pub fn push(&mut self, row: &[f32], target: f32, weight: f32) {
        self.values.extend(row.iter().zip(FEATURES).map(|(value, feature)| feature.scale.apply(*value)));
        self.targets.push(target);
        self.weights.push(weight);
    }

    /// Fits.
    pub fn fit(&self) -> Linear {
        let width = FEATURES.len();
        let total: f32 = self.weights.iter().sum();
        let mut model = vec![0.0_f32; width + 1];
        let (mut mean, mut square) = (vec![0.0_f32; width + 1], vec![0.0_f32; width + 1]);
        for step in 1..=STEPS {
            let mut gradient = self.gradient(&model);
            for (at, slope) in gradient.iter_mut().enumerate() {
                *slope = *slope / total + if at < width { L2 * model[at] } else { 0.0 };
            }
            let rate = RATE * (1.0 - step as f32 / STEPS as f32).max(0.02);
            for at in 0..=width {
                mean[at] = 0.9 * mean[at] + 0.1 * gradient[at];
                square[at] = 0.999 * square[at] + 0.001 * gradient[at] * gradient[at];
                let unbiased_mean = mean[at] / (1.0 - 0.9_f32.powi(step as i32));
                let unbiased_square = square[at] / (1.0 - 0.999_f32.powi(step as i32));
                model[at] -= rate * unbiased_mean / (unbiased_square.sqrt() + 1e-8);
            }
        }
        Linear { bias: model[width], weights: model[..width].to_vec() }
    }

    fn gradient(&self, model: &[f32]) -> Vec<f32> {
        let width = FEATURES.len();
        let mut gradient = vec![0.0_f32; width + 1];
        for ((row, target), weight) in self.values.chunks_exact(width).zip(&self.targets).zip(&self.weights) {
            let sum = model[width] + row.iter().zip(model).map(|(x, w)| x * w).sum::<f32>();
            let error = weight * (1.0 / (1.0 + (-sum).exp()) - target);
            for (slope, x) in gradient.iter_mut().zip(row) {
                *slope += error * x;
            }
            gradient[width] += error;
        }
        gradient
    }
}

impl Linear {
    /// The probability of a row of raw values.
    pub fn probability(&self, row: &[f32]) -> f32 {
        let scaled = row.iter().zip(FEATURES).map(|(value, feature)| feature.scale.apply(*value));
        let sum = self.bias + scaled.zip(&self.weights).map(|(x, w)| x * w).sum::<f32>();
        1.0 / (1.0 + (-sum).exp())
    }
}
