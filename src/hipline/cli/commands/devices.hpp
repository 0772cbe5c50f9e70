#pragma once

namespace CLI {
class App;
}

namespace hipline::cli {

class Context;

/// `devices`: the phones that `serve --phone` lets in, and revoking them.
void add_devices(CLI::App& program, Context& context);

}  // namespace hipline::cli
