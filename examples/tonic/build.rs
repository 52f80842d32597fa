//! Generates the service `shop.Shop`, as `shop.proto` would describe it. So the example needs no
//! `protoc`.

use tonic_build::manual::{Builder, Method, Service};

fn main() {
    let order = Method::builder()
        .name("order")
        .route_name("Order")
        .input_type("crate::Order")
        .output_type("crate::Receipt")
        .codec_path("tonic_prost::ProstCodec")
        .build();
    let shop = Service::builder().name("Shop").package("shop").method(order).build();
    Builder::new().compile(&[shop]);
}
