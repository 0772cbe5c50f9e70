// What is only ever added: check-ins, advice and decisions. The circuit's log: sql_circuit_log.cpp.
#include <fmt/format.h>
#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "hipline/app/told/told_json.hpp"
#include "hipline/store/column.hpp"
#include "hipline/store/connection.hpp"
#include "hipline/store/sql_store.hpp"

namespace hipline::store {
namespace {

std::unexpected<Error> damaged(const Connection& connection, const std::string& place) {
  return failure("database_damaged", connection.path(),
                 fmt::format("The database {} holds a {} that no program of ours wrote.", connection.path(), place));
}

}  // namespace

Status SqlStore::add_check_in(const std::string& runner_id, const model::CheckIn& check_in) {
  return in_transaction([&]() -> Status {
    return connection_->guarded([&] {
      soci::session& sql = connection_->sql();
      const long long at_ms = check_in.at.milliseconds();
      const std::string day = check_in.day.iso();
      const std::string moment = app::word(check_in.moment);
      sql << "INSERT INTO check_in (runner_id, at_ms, day, moment) VALUES (:runner, :at, :day, :moment)",
          soci::use(runner_id), soci::use(at_ms), soci::use(day), soci::use(moment);
      const long long id = last_id(sql, "check_in");
      long long position = 0;
      for (const model::Answer& answer : check_in.answers) {
        std::string form = "skipped";
        RealColumn value;
        if (const bool* truth = std::get_if<bool>(&answer.value)) {
          form = "yes_no";
          value = RealColumn(std::optional<double>(*truth ? 1 : 0));
        } else if (const double* number = std::get_if<double>(&answer.value)) {
          form = "number";
          value = RealColumn(std::optional<double>(*number));
        }
        sql << "INSERT INTO check_in_answer (check_in_id, runner_id, position, fact, form, value) "
               "VALUES (:id, :runner, :position, :fact, :form, :value)",
            soci::use(id), soci::use(runner_id), soci::use(position), soci::use(answer.fact), soci::use(form),
            use(value);
        ++position;
      }
    });
  });
}

Result<std::vector<model::CheckIn>> SqlStore::check_ins(const std::string& runner_id) {
  std::int64_t last = 0;
  return check_ins_after(runner_id, last);
}

Result<std::vector<model::CheckIn>> SqlStore::check_ins_after(const std::string& runner_id, std::int64_t& last) {
  std::vector<model::CheckIn> all;
  bool sound = true;
  const auto read = connection_->guarded([&] {
    soci::session& sql = connection_->sql();
    const long long after = last;
    std::vector<std::pair<long long, std::size_t>> places;  // of each check-in by its id, in `all`
    {
      long long id = 0;
      long long at_ms = 0;
      std::string day;
      std::string moment;
      soci::statement rows =
          (sql.prepare << "SELECT check_in_id, at_ms, day, moment FROM check_in "
                          "WHERE runner_id = :runner AND check_in_id > :after ORDER BY at_ms, check_in_id",
           soci::use(runner_id), soci::use(after), soci::into(id), soci::into(at_ms), soci::into(day),
           soci::into(moment));
      rows.execute();
      while (rows.fetch()) {
        const auto parsed_day = LocalDay::parse(day);
        const auto parsed_moment = app::moment_named(moment);
        sound = sound && parsed_day && parsed_moment;
        if (!sound) return;
        places.emplace_back(id, all.size());
        all.push_back({Instant(at_ms), *parsed_day, *parsed_moment, {}});
      }
    }
    std::ranges::sort(places);
    if (places.empty()) return;
    last = places.back().first;
    // The answers by themselves, nothing of their check-in said again with each: years of mornings have many.
    long long id = 0;
    std::string fact;
    std::string form;
    RealColumn value;
    soci::statement rows =
        (sql.prepare << "SELECT check_in_id, fact, form, value FROM check_in_answer WHERE runner_id = :runner "
                        "AND check_in_id > :after ORDER BY check_in_id, position",
         soci::use(runner_id), soci::use(after), soci::into(id), soci::into(fact), soci::into(form), into(value));
    rows.execute();
    auto place = places.begin();
    while (rows.fetch()) {
      while (place != places.end() && place->first < id) ++place;
      // Added by another program since the first question: it counts from the next reading on.
      if (place == places.end() || place->first != id) continue;
      model::Answer answer{fact, model::Skipped{}};
      if (form == "yes_no") answer.value = value.value != 0;
      if (form == "number") answer.value = value.value;
      all[place->second].answers.push_back(std::move(answer));
    }
  });
  if (!read) return std::unexpected(read.error());
  if (!sound) return damaged(*connection_, "check-in");
  return all;
}

Status SqlStore::add_advice(const std::string& runner_id, const model::Advice& advice) {
  return connection_->guarded([&] {
    const long long at_ms = advice.at.milliseconds();
    const std::string day = advice.day.iso();
    const std::string verdict = app::word(advice.verdict);
    connection_->sql() << "INSERT INTO advice (runner_id, at_ms, day, who, verdict, limits) "
                          "VALUES (:runner, :at, :day, :who, :verdict, :limits)",
        soci::use(runner_id), soci::use(at_ms), soci::use(day), soci::use(advice.who), soci::use(verdict),
        soci::use(advice.limits);
  });
}

Result<std::vector<model::Advice>> SqlStore::advice(const std::string& runner_id) {
  std::vector<model::Advice> all;
  bool sound = true;
  const auto read = connection_->guarded([&] {
    long long at_ms = 0;
    std::string day;
    std::string verdict;
    model::Advice one;
    soci::statement rows = (connection_->sql().prepare << "SELECT at_ms, day, who, verdict, limits FROM advice "
                                                          "WHERE runner_id = :runner ORDER BY at_ms, advice_id",
                            soci::use(runner_id), soci::into(at_ms), soci::into(day), soci::into(one.who),
                            soci::into(verdict), soci::into(one.limits));
    rows.execute();
    while (rows.fetch()) {
      const auto parsed_day = LocalDay::parse(day);
      const auto parsed_verdict = app::verdict_named(verdict);
      sound = sound && parsed_day && parsed_verdict;
      if (!sound) return;
      one.at = Instant(at_ms);
      one.day = *parsed_day;
      one.verdict = *parsed_verdict;
      all.push_back(one);
    }
  });
  if (!read) return std::unexpected(read.error());
  if (!sound) return damaged(*connection_, "clinician's advice");
  return all;
}

Status SqlStore::add_decision(const std::string& runner_id, const app::DecisionEntry& entry) {
  return connection_->guarded([&] {
    const long long at_ms = entry.at.milliseconds();
    const std::string day = entry.day.iso();
    connection_->sql() << "INSERT INTO decision (runner_id, at_ms, day, document, content_hash, program_version) "
                          "VALUES (:runner, :at, :day, :document, :hash, :version)",
        soci::use(runner_id), soci::use(at_ms), soci::use(day), soci::use(entry.decision_json),
        soci::use(entry.content_hash), soci::use(entry.program_version);
  });
}

Result<std::vector<app::DecisionEntry>> SqlStore::decisions(const std::string& runner_id) {
  return decisions_since(runner_id, Instant(std::numeric_limits<std::int64_t>::min()));
}

Result<std::optional<app::DecisionEntry>> SqlStore::latest_decision(const std::string& runner_id) {
  long long at_ms = 0;
  const auto read = connection_->guarded([&] {
    Column<long long> latest;
    connection_->sql() << "SELECT MAX(at_ms) FROM decision WHERE runner_id = :runner", soci::use(runner_id),
        into(latest);
    if (latest.known == soci::i_ok) at_ms = latest.value;
    return latest.known == soci::i_ok;
  });
  if (!read) return std::unexpected(read.error());
  if (!*read) return std::nullopt;
  auto entries = decisions_since(runner_id, Instant(at_ms));
  if (!entries) return std::unexpected(entries.error());
  if (entries->empty()) return std::nullopt;
  return std::move(entries->back());
}

Result<std::vector<app::DecisionEntry>> SqlStore::decisions_since(const std::string& runner_id, Instant since) {
  std::vector<app::DecisionEntry> all;
  bool sound = true;
  const auto read = connection_->guarded([&] {
    const long long from_ms = since.milliseconds();
    long long at_ms = 0;
    std::string day;
    app::DecisionEntry one;
    soci::statement rows =
        (connection_->sql().prepare << "SELECT at_ms, day, document, content_hash, program_version FROM decision "
                                       "WHERE runner_id = :runner AND at_ms >= :since ORDER BY at_ms, decision_id",
         soci::use(runner_id), soci::use(from_ms), soci::into(at_ms), soci::into(day), soci::into(one.decision_json),
         soci::into(one.content_hash), soci::into(one.program_version));
    rows.execute();
    while (rows.fetch()) {
      const auto parsed_day = LocalDay::parse(day);
      sound = sound && parsed_day;
      if (!sound) return;
      one.at = Instant(at_ms);
      one.day = *parsed_day;
      all.push_back(one);
    }
  });
  if (!read) return std::unexpected(read.error());
  if (!sound) return damaged(*connection_, "decision");
  return all;
}

}  // namespace hipline::store
