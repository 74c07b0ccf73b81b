//! Sealing by WebCrypto: an ECDH key made for this one submission, and AES-GCM. Through `Reflect`: web-sys's bindings
//! would make the wasm larger.

use super::random;
use crate::domain::submission::sealed::{SealKey, agreed_key, flattened, protected};
use js_sys::{Array, Function, JSON, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Seals a text for a public key. `None` where the browser cannot: WebCrypto needs a secure context.
pub async fn seal(text: &str, key: &SealKey) -> Option<String> {
    try_seal(text, key).await.ok().flatten()
}

async fn try_seal(text: &str, key: &SealKey) -> Result<Option<String>, JsValue> {
    let (curve, no_uses) = (object("{\"name\":\"ECDH\",\"namedCurve\":\"P-256\"}")?, Array::new());
    let derive = Array::of1(&"deriveBits".into());
    let pair = call("generateKey", &[&curve, &true.into(), &derive]).await?;
    let own = call("exportKey", &[&"jwk".into(), &get(&pair, "publicKey")?]).await?;
    let coordinate = |name| Ok::<_, JsValue>(get(&own, name)?.as_string().unwrap_or_default());
    let protected = protected(&coordinate("x")?, &coordinate("y")?, key.kid.as_deref());

    let jwk = ["{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"", &key.x, "\",\"y\":\"", &key.y, "\"}"].concat();
    let theirs = call("importKey", &[&"jwk".into(), &object(&jwk)?, &curve, &false.into(), &no_uses]).await?;
    let agree = object("{\"name\":\"ECDH\"}")?;
    Reflect::set(&agree, &"public".into(), &theirs)?;
    let secret = call("deriveBits", &[&agree, &get(&pair, "privateKey")?, &256.into()]).await?;
    let secret = agreed_key(&Uint8Array::new(&secret).to_vec());

    let aes = object("{\"name\":\"AES-GCM\"}")?;
    let encrypt = Array::of1(&"encrypt".into());
    let secret = bytes(&secret);
    let secret = call("importKey", &[&"raw".into(), &secret, &aes, &false.into(), &encrypt]).await?;
    let mut iv = [0u8; 12];
    random::fill(&mut iv);
    Reflect::set(&aes, &"iv".into(), &bytes(&iv))?;
    Reflect::set(&aes, &"additionalData".into(), &bytes(protected.as_bytes()))?;
    let sealed = call("encrypt", &[&aes, &secret, &bytes(text.as_bytes())]).await?;
    Ok(flattened(&protected, &iv, &Uint8Array::new(&sealed).to_vec()))
}

fn object(json: &str) -> Result<JsValue, JsValue> {
    JSON::parse(json)
}

fn get(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(object, &name.into())
}

fn bytes(of: &[u8]) -> JsValue {
    Uint8Array::from(of).into()
}

async fn call(name: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let subtle = get(&get(&window, "crypto")?, "subtle")?;
    let all = Array::new();
    for argument in arguments {
        all.push(argument);
    }
    let promise: Promise = get(&subtle, name)?.dyn_into::<Function>()?.apply(&subtle, &all)?.dyn_into()?;
    JsFuture::from(promise).await
}
