#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "hipline/server/keys/gate.hpp"
#include "hipline/server/message/answer.hpp"
#include "hipline/server/premises.hpp"
#include "hipline/server/routes.hpp"
#include "hipline/server/site/assets.hpp"
#include "hipline/server/site/kept_answers.hpp"

namespace hipline::server {

/// Everything that is answered, whatever carries it: pages, their files, and the JSON interface.
class Site {
 public:
  /// `key_was_used`: called where somebody comes with a key that was used up, so that a fresh one can be shown.
  Site(Premises& premises, Routes routes, Assets assets, Gate& gate, std::function<void()> key_was_used)
      : premises_(premises),
        routes_(std::move(routes)),
        assets_(std::move(assets)),
        gate_(gate),
        key_was_used_(std::move(key_was_used)) {}

  /// A request whose beginning has come.
  struct Visit {
    std::optional<Answer> answer;  ///< already known: no body is wanted
    std::size_t body_limit = 0;
    Request request;
    const Route* route = nullptr;
    Head head;
  };
  Visit begin(Head head);
  /// The answer, once the body is there. Sees to it that nothing that a library throws gets further.
  Answer finish(Visit& visit, std::string body);
  /// For a body that turned out too large on its way.
  [[nodiscard]] Answer too_large(const Visit& visit) const;

 private:
  Answer api(Visit& visit);
  [[nodiscard]] Answer page(const Visit& visit);
  [[nodiscard]] Answer hand_over(const Visit& visit, const std::string& key);

  Premises& premises_;
  Routes routes_;
  Assets assets_;
  Gate& gate_;
  std::function<void()> key_was_used_;
  KeptAnswers kept_;
};

}  // namespace hipline::server
