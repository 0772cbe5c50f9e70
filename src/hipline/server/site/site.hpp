#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "hipline/server/message/answer.hpp"
#include "hipline/server/premises.hpp"
#include "hipline/server/routes.hpp"
#include "hipline/server/site/assets.hpp"
#include "hipline/server/site/door.hpp"
#include "hipline/server/site/kept_answers.hpp"

namespace hipline::server {

/// Everything that is answered, whatever carries it: pages, their files, and the JSON interface.
class Site {
 public:
  Site(Premises& premises, Routes routes, std::shared_ptr<const Assets> assets, Door& door)
      : premises_(premises), routes_(std::move(routes)), assets_(std::move(assets)), door_(door) {}

  /// A request whose beginning has come.
  struct Visit {
    std::optional<Answer> answer;  ///< already known: no body, or no more of it, is wanted
    std::size_t body_limit = 0;
    std::size_t received = 0;  ///< of the body
    Request request;
    const Route* route = nullptr;
    Head head;
  };
  Visit begin(Head head);
  /// A piece of the body has come. False where no more of it is wanted: it is too large, or could not be kept.
  bool take(Visit& visit, std::string_view piece);
  /// The answer, once the body is there. Sees to it that nothing that a library throws gets further.
  Answer finish(Visit& visit);

 private:
  void refuse(Visit& visit, const Error& error, std::optional<int> status = {}) const;
  void refuse_as_too_large(Visit& visit) const;
  Answer api(Visit& visit);
  Answer page(const Visit& visit);

  Premises& premises_;
  Routes routes_;
  std::shared_ptr<const Assets> assets_;
  Door& door_;
  KeptAnswers kept_;
};

}  // namespace hipline::server
