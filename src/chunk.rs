//! Lazy chunks: parts of the app's wasm that are fetched when a page first needs them (docs/adr/0024).
//!
//! [`chunked!`](crate::chunked) names the chunk that some code is compiled into. With the feature `split`, which only
//! `cargo xtask dist` turns on, that code is split out of the first wasm; without it (`trunk serve`, tests, the
//! prerenderer) it is called directly. Either way it is reached by the same [`Chunked`].

use std::future::Future;
use std::pin::Pin;

/// A chunk could not be fetched. Failures are not cached, so loading may be retried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a part of the app could not be fetched")]
pub struct ChunkError;

impl From<leptos::wasm_split::SplitLoaderError> for ChunkError {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> ChunkError {
        ChunkError
    }
}

/// Resolves to what a [`Chunked`] holds, once its chunk is loaded.
pub type Loading<T> = Pin<Box<dyn Future<Output = Result<T, ChunkError>>>>;

/// A value that is made by code in a lazy chunk: a view, or a function. Declared by [`chunked!`](crate::chunked).
pub struct Chunked<T: 'static> {
    load: fn() -> Loading<()>,
    get: fn() -> Loading<T>,
}

impl<T> Clone for Chunked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Chunked<T> {}

impl<T> Chunked<T> {
    /// For [`chunked!`](crate::chunked).
    #[doc(hidden)]
    pub const fn new(load: fn() -> Loading<()>, get: fn() -> Loading<T>) -> Chunked<T> {
        Chunked { load, get }
    }

    /// Loads the chunk, unless it is loaded.
    pub fn load(self) -> Loading<()> {
        (self.load)()
    }

    /// Loads the chunk, unless it is loaded, and makes the value.
    pub fn get(self) -> Loading<T> {
        (self.get)()
    }
}

/// Declares a value that is made in a lazy chunk. All declarations with the same name share one chunk.
///
/// ```ignore
/// pub const RESULT_PAGE: Chunked<AnyView> =
///     chunked!(results: fn result_page() -> AnyView { view! { <ResultPage/> }.into_any() });
/// ```
#[macro_export]
macro_rules! chunked {
    ($chunk:ident: fn $name:ident() -> $made:ty $body:block) => {{
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split($chunk, wasm_split_path = leptos::wasm_split, fallible, preload(load))]
        fn $name() -> Result<$made, $crate::chunk::ChunkError> {
            let made: $made = $body;
            Ok(made)
        }
        #[cfg(not(feature = "split"))]
        async fn $name() -> Result<$made, $crate::chunk::ChunkError> {
            let made: $made = $body;
            Ok(made)
        }
        #[cfg(not(feature = "split"))]
        async fn load() -> Result<(), leptos::wasm_split::SplitLoaderError> {
            Ok(())
        }
        $crate::chunk::Chunked::new(
            || Box::pin(async { load().await.map_err($crate::chunk::ChunkError::from) }),
            || Box::pin($name()),
        )
    }};
}
