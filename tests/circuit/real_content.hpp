#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "hipline/bundler/embedded.hpp"
#include "hipline/catalog/catalog.hpp"
#include "hipline/circuit/prescribe.hpp"

namespace hipline::circuit {

/// The content this test was built with.
inline const catalog::Catalog& content() {
  static const auto read = catalog::read_catalog(bundler::embedded_bundle());
  if (!read) ADD_FAILURE() << read.error().where << ": " << read.error().message;
  return *read;
}

inline Prescription dose(const DoseInput& input) {
  return prescribe(input, content().library, content().circuit_rules, content().parameters);
}

/// A runner about whom everything is known and calm, who has done the circuit for long; no race set.
inline DoseInput calm_runner() {
  DoseInput input;
  input.day = LocalDay(20000);
  input.done_circuit_before = true;
  input.irritability = Irritability::low;
  input.level = rules::Level::modify;
  input.run_today = false;
  input.long_or_fast_today = false;
  input.long_or_fast_tomorrow = false;
  return input;
}

inline DoseInput calm_runner(int days_to_race) {
  DoseInput input = calm_runner();
  input.days_to_race = days_to_race;
  return input;
}

inline const PrescribedExercise& exercise(const Prescription& prescription, const std::string& id) {
  const auto found = std::find_if(prescription.exercises.begin(), prescription.exercises.end(),
                                  [&](const PrescribedExercise& e) { return e.exercise == id; });
  if (found == prescription.exercises.end()) ADD_FAILURE() << "no " << id;
  return *found;
}

inline bool shaped_by(const Prescription& prescription, const std::string& rule) {
  return std::find(prescription.rules.begin(), prescription.rules.end(), rule) != prescription.rules.end();
}

inline const std::string pulses = "supine-banded-high-knee-pulses";
inline const std::string stretch = "worlds-greatest-stretch-variation";
inline const std::string climber = "slow-banded-mountain-climber";
inline const std::string hold = "split-squat-hip-flexor-iso-hold";

}  // namespace hipline::circuit
