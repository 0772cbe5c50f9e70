#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace hipline {

/// A list that its copies share until one of them is changed, so that copying costs the same however long it is. As
/// with std::vector, several threads may read one list, and one of them may change a copy of its own.
template <typename T>
class SharedList {
 public:
  using value_type = T;
  using const_iterator = typename std::vector<T>::const_iterator;

  SharedList() = default;
  SharedList(std::vector<T> items) : items_(std::make_shared<std::vector<T>>(std::move(items))) {}
  SharedList(std::initializer_list<T> items) : SharedList(std::vector<T>(items)) {}

  operator const std::vector<T>&() const { return items(); }
  [[nodiscard]] const std::vector<T>& items() const {
    static const std::vector<T> none;
    return items_ ? *items_ : none;
  }
  [[nodiscard]] const_iterator begin() const { return items().begin(); }
  [[nodiscard]] const_iterator end() const { return items().end(); }
  [[nodiscard]] auto rbegin() const { return items().rbegin(); }
  [[nodiscard]] auto rend() const { return items().rend(); }
  [[nodiscard]] std::size_t size() const { return items().size(); }
  [[nodiscard]] bool empty() const { return items().empty(); }
  [[nodiscard]] const T& operator[](std::size_t place) const { return items()[place]; }
  [[nodiscard]] const T& front() const { return items().front(); }
  [[nodiscard]] const T& back() const { return items().back(); }

  void push_back(T item) { edit().push_back(std::move(item)); }
  void clear() { items_.reset(); }
  /// The items for changing them: this list's own from here on. Valid until the list is copied.
  [[nodiscard]] std::vector<T>& edit() {
    if (!items_) items_ = std::make_shared<std::vector<T>>();
    if (items_.use_count() > 1) items_ = std::make_shared<std::vector<T>>(*items_);
    // The last other reader may have been on another thread: counting up and down once waits until it is done.
    { const auto counted = items_; }
    return *items_;
  }

  /// Whether two lists are copies of one that nobody has changed since.
  [[nodiscard]] bool shares(const SharedList& other) const { return items_ == other.items_; }
  friend bool operator==(const SharedList& a, const SharedList& b) { return a.shares(b) || a.items() == b.items(); }

 private:
  std::shared_ptr<std::vector<T>> items_;
};

}  // namespace hipline
