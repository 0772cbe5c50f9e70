#include "hipline/server/site/kept_answers.hpp"

#include <utility>

namespace hipline::server {
namespace {

/// More different questions than any page of ours asks; so that nobody fills the memory with them.
constexpr std::size_t most_answers = 64;

}  // namespace

std::optional<KeptAnswers::Kept> KeptAnswers::find(const std::string& asked, const Made& made) {
  const std::scoped_lock lock(mutex_);
  const auto found = answers_.find(asked);
  if (found == answers_.end() || found->second.first != made) return std::nullopt;
  return found->second.second;
}

void KeptAnswers::keep(const std::string& asked, const Made& made, Kept kept) {
  const std::scoped_lock lock(mutex_);
  if (answers_.size() >= most_answers) answers_.clear();
  answers_.insert_or_assign(asked, std::pair(made, std::move(kept)));
}

}  // namespace hipline::server
