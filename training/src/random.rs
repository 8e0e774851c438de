//! A small generator with a seed, so that training is the same everywhere (xorshift64*, Vigna 2016).

/// The generator's state.
pub struct Random(u64);

impl Random {
    /// A generator; any seed will do.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// 0 to 1, 1 excluded.
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// `count` different numbers below `below`, in order.
    pub fn sample(&mut self, below: usize, count: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..below).collect();
        for at in 0..count.min(below) {
            let other = at + (self.unit() * (below - at) as f64) as usize;
            all.swap(at, other);
        }
        all.truncate(count);
        all.sort_unstable();
        all
    }
}
