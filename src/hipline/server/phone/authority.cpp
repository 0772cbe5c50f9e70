#include "hipline/server/phone/authority.hpp"

#include <arpa/inet.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <sys/random.h>
#include <sys/stat.h>

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "hipline/app/ports/files.hpp"
#include "hipline/base/assertion.hpp"
#include "hipline/base/late_function.hpp"

namespace hipline::server {
namespace {

constexpr const char* libgnutls = HIPLINE_LIBGNUTLS;
HIPLINE_LATE(libgnutls, gnutls_strerror);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_check_issuer);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_deinit);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_export2);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_get_activation_time);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_get_expiration_time);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_get_fingerprint);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_get_key_id);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_get_subject_alt_name);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_get_subject_key_id);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_import);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_init);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_set_activation_time);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_set_authority_key_id);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_set_basic_constraints);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_set_dn_by_oid);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_set_expiration_time);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_set_key);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_set_key_purpose_oid);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_set_key_usage);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_set_name_constraints);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_set_serial);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_set_subject_alt_name);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_set_subject_key_id);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_set_version);
HIPLINE_LATE(libgnutls, gnutls_x509_crt_sign2);
HIPLINE_LATE(libgnutls, gnutls_x509_name_constraints_add_permitted);
HIPLINE_LATE(libgnutls, gnutls_x509_name_constraints_deinit);
HIPLINE_LATE(libgnutls, gnutls_x509_name_constraints_init);
HIPLINE_LATE(libgnutls, gnutls_x509_privkey_deinit);
HIPLINE_LATE(libgnutls, gnutls_x509_privkey_export2_pkcs8);
HIPLINE_LATE(libgnutls, gnutls_x509_privkey_generate);
HIPLINE_LATE(libgnutls, gnutls_x509_privkey_get_key_id);
HIPLINE_LATE(libgnutls, gnutls_x509_privkey_import);
HIPLINE_LATE(libgnutls, gnutls_x509_privkey_init);

constexpr std::int64_t day_s = 86400;
/// Phones accept at most 398 days between the two ends; a clock that is a day behind must not be in the way.
constexpr std::int64_t server_days = 396;
constexpr std::int64_t renew_days = 30;
constexpr std::int64_t authority_days = 3650;

struct KeyEnd {
  void operator()(gnutls_x509_privkey_t key) const { gnutls_x509_privkey_deinit(key); }
};
struct PaperEnd {
  void operator()(gnutls_x509_crt_t paper) const { gnutls_x509_crt_deinit(paper); }
};
struct ConstraintsEnd {
  void operator()(gnutls_x509_name_constraints_t constraints) const {
    gnutls_x509_name_constraints_deinit(constraints);
  }
};
using Key = std::unique_ptr<std::remove_pointer_t<gnutls_x509_privkey_t>, KeyEnd>;
using Paper = std::unique_ptr<std::remove_pointer_t<gnutls_x509_crt_t>, PaperEnd>;
using Constraints = std::unique_ptr<std::remove_pointer_t<gnutls_x509_name_constraints_t>, ConstraintsEnd>;

/// The first thing that went wrong in a row of calls; those after it are not made.
class Steps {
 public:
  template <typename Call>
  void then(Call call) {
    if (code_ >= 0) code_ = call();
  }
  [[nodiscard]] Status status() const {
    if (code_ >= 0) return {};
    return failure("cannot_make_certificate", "",
                   fmt::format("The certificate for the phone cannot be made ({}).", gnutls_strerror(code_)));
  }

 private:
  int code_ = 0;
};

/// What GnuTLS allocated, given back in its own way: `gnutls_free` is a variable that holds a function.
void free_made(const gnutls_datum_t& made) {
  (*static_cast<gnutls_free_function*>(late_symbol(libgnutls, "gnutls_free")))(made.data);
}

gnutls_datum_t datum(const std::string& bytes) {
  // The library reads only; its interface is older than const.
  return {reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data())), static_cast<unsigned>(bytes.size())};
}

Key empty_key() {
  gnutls_x509_privkey_t key = nullptr;
  return Key(gnutls_x509_privkey_init(&key) < 0 ? nullptr : key);
}

Paper empty_paper() {
  gnutls_x509_crt_t paper = nullptr;
  return Paper(gnutls_x509_crt_init(&paper) < 0 ? nullptr : paper);
}

Constraints empty_constraints() {
  gnutls_x509_name_constraints_t constraints = nullptr;
  return Constraints(gnutls_x509_name_constraints_init(&constraints) < 0 ? nullptr : constraints);
}

/// A new key, or nothing where the library has none to give.
Key fresh_key() {
  Key key = empty_key();
  const unsigned bits = GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1);
  if (!key || gnutls_x509_privkey_generate(key.get(), GNUTLS_PK_ECDSA, bits, 0) < 0) return nullptr;
  return key;
}

std::string fresh_serial() {
  std::array<unsigned char, 16> bytes{};
  HIPLINE_ASSERT(::getrandom(bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()));
  bytes[0] = static_cast<unsigned char>((bytes[0] & 0x3f) | 0x40);  // positive, and of full length
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string address_bytes(const std::string& address) {
  in_addr parsed{};
  HIPLINE_ASSERT(::inet_pton(AF_INET, address.c_str(), &parsed) == 1);
  return {reinterpret_cast<const char*>(&parsed.s_addr), sizeof parsed.s_addr};
}

/// What every certificate has.
void begin(Steps& steps, gnutls_x509_crt_t paper, gnutls_x509_privkey_t key, const std::string& name, Instant from,
           Instant to) {
  const std::string serial = fresh_serial();
  steps.then([&] { return gnutls_x509_crt_set_version(paper, 3); });
  steps.then([&] { return gnutls_x509_crt_set_serial(paper, serial.data(), serial.size()); });
  steps.then([&] { return gnutls_x509_crt_set_activation_time(paper, from.seconds()); });
  steps.then([&] { return gnutls_x509_crt_set_expiration_time(paper, to.seconds()); });
  steps.then([&] {
    return gnutls_x509_crt_set_dn_by_oid(paper, GNUTLS_OID_X520_COMMON_NAME, 0, name.data(),
                                         static_cast<unsigned>(name.size()));
  });
  steps.then([&] { return gnutls_x509_crt_set_key(paper, key); });
  std::array<unsigned char, 64> id{};
  std::size_t size = id.size();
  steps.then([&] { return gnutls_x509_crt_get_key_id(paper, 0, id.data(), &size); });
  steps.then([&] { return gnutls_x509_crt_set_subject_key_id(paper, id.data(), size); });
}

Result<std::string> pem_of(gnutls_x509_crt_t paper) {
  Steps steps;
  gnutls_datum_t made{};
  steps.then([&] { return gnutls_x509_crt_export2(paper, GNUTLS_X509_FMT_PEM, &made); });
  if (const Status done = steps.status(); !done) return std::unexpected(done.error());
  std::string text(reinterpret_cast<const char*>(made.data), made.size);
  free_made(made);
  return text;
}

Result<std::string> pem_of(gnutls_x509_privkey_t key) {
  Steps steps;
  gnutls_datum_t made{};
  steps.then(
      [&] { return gnutls_x509_privkey_export2_pkcs8(key, GNUTLS_X509_FMT_PEM, nullptr, GNUTLS_PKCS_PLAIN, &made); });
  if (const Status done = steps.status(); !done) return std::unexpected(done.error());
  std::string text(reinterpret_cast<const char*>(made.data), made.size);
  free_made(made);
  return text;
}

/// Nothing where the text is no certificate.
Paper read_paper(const std::string& pem) {
  Paper paper = empty_paper();
  const gnutls_datum_t bytes = datum(pem);
  if (!paper || gnutls_x509_crt_import(paper.get(), &bytes, GNUTLS_X509_FMT_PEM) < 0) return nullptr;
  return paper;
}

Key read_key(const std::string& pem) {
  Key key = empty_key();
  const gnutls_datum_t bytes = datum(pem);
  if (!key || gnutls_x509_privkey_import(key.get(), &bytes, GNUTLS_X509_FMT_PEM) < 0) return nullptr;
  return key;
}

bool belong_together(gnutls_x509_crt_t paper, gnutls_x509_privkey_t key) {
  std::array<unsigned char, 64> of_paper{};
  std::array<unsigned char, 64> of_key{};
  std::size_t paper_size = of_paper.size();
  std::size_t key_size = of_key.size();
  return gnutls_x509_crt_get_key_id(paper, 0, of_paper.data(), &paper_size) >= 0 &&
         gnutls_x509_privkey_get_key_id(key, 0, of_key.data(), &key_size) >= 0 && paper_size == key_size &&
         of_paper == of_key;
}

bool lasts(gnutls_x509_crt_t paper, Instant now, std::int64_t days) {
  return gnutls_x509_crt_get_activation_time(paper) <= now.seconds() &&
         gnutls_x509_crt_get_expiration_time(paper) >= now.seconds() + days * day_s;
}

/// Certificate and key made for one another, as their files hold them.
struct Pair {
  std::string certificate_pem;
  std::string private_key_pem;
};

/// A certificate and its key as they are kept.
Result<Pair> written(const Paper& paper, const Key& key) {
  auto certificate = pem_of(paper.get());
  if (!certificate) return std::unexpected(certificate.error());
  auto secret = pem_of(key.get());
  if (!secret) return std::unexpected(secret.error());
  return Pair{*std::move(certificate), *std::move(secret)};
}

Result<Pair> make_authority(Instant now) {
  const Key key = fresh_key();
  const Paper paper = empty_paper();
  const Constraints only = empty_constraints();
  Steps steps;
  steps.then([&] { return key && paper && only ? 0 : GNUTLS_E_MEMORY_ERROR; });
  const std::string day = now.iso().substr(0, 10);
  begin(steps, paper.get(), key.get(), "Hipline at home, made " + day, now + -day_s, now + authority_days * day_s);
  steps.then([&] { return gnutls_x509_crt_set_basic_constraints(paper.get(), 1, 0); });
  steps.then(
      [&] { return gnutls_x509_crt_set_key_usage(paper.get(), GNUTLS_KEY_KEY_CERT_SIGN | GNUTLS_KEY_CRL_SIGN); });
  for (const auto& [network, mask] : {std::pair{"10.0.0.0", "255.0.0.0"},
                                      {"172.16.0.0", "255.240.0.0"},
                                      {"192.168.0.0", "255.255.0.0"},
                                      {"169.254.0.0", "255.255.0.0"}}) {
    const std::string range = address_bytes(network) + address_bytes(mask);
    const gnutls_datum_t bytes = datum(range);
    steps.then([&] { return gnutls_x509_name_constraints_add_permitted(only.get(), GNUTLS_SAN_IPADDRESS, &bytes); });
  }
  // A kind of name that is not mentioned would be allowed whole: of host names only those that never leave a home.
  const std::string local = "local";
  const gnutls_datum_t host = datum(local);
  steps.then([&] { return gnutls_x509_name_constraints_add_permitted(only.get(), GNUTLS_SAN_DNSNAME, &host); });
  steps.then([&] { return gnutls_x509_crt_set_name_constraints(paper.get(), only.get(), 1); });
  steps.then([&] { return gnutls_x509_crt_sign2(paper.get(), paper.get(), key.get(), GNUTLS_DIG_SHA256, 0); });
  if (const Status done = steps.status(); !done) return std::unexpected(done.error());
  return written(paper, key);
}

Result<Pair> make_certificate(const Pair& authority, const std::vector<std::string>& addresses, Instant now) {
  const Paper above = read_paper(authority.certificate_pem);
  const Key above_key = read_key(authority.private_key_pem);
  const Key key = fresh_key();
  const Paper paper = empty_paper();
  Steps steps;
  steps.then([&] { return above && above_key && key && paper ? 0 : GNUTLS_E_MEMORY_ERROR; });
  begin(steps, paper.get(), key.get(), "Hipline", now + -day_s, now + (server_days - 1) * day_s);
  steps.then([&] { return gnutls_x509_crt_set_basic_constraints(paper.get(), 0, -1); });
  steps.then([&] { return gnutls_x509_crt_set_key_usage(paper.get(), GNUTLS_KEY_DIGITAL_SIGNATURE); });
  steps.then([&] { return gnutls_x509_crt_set_key_purpose_oid(paper.get(), GNUTLS_KP_TLS_WWW_SERVER, 0); });
  for (const std::string& address : addresses) {
    const std::string bytes = address_bytes(address);
    steps.then([&] {
      return gnutls_x509_crt_set_subject_alt_name(paper.get(), GNUTLS_SAN_IPADDRESS, bytes.data(),
                                                  static_cast<unsigned>(bytes.size()), GNUTLS_FSAN_APPEND);
    });
  }
  std::array<unsigned char, 64> id{};
  std::size_t size = id.size();
  steps.then([&] { return gnutls_x509_crt_get_subject_key_id(above.get(), id.data(), &size, nullptr); });
  steps.then([&] { return gnutls_x509_crt_set_authority_key_id(paper.get(), id.data(), size); });
  steps.then([&] { return gnutls_x509_crt_sign2(paper.get(), above.get(), above_key.get(), GNUTLS_DIG_SHA256, 0); });
  if (const Status done = steps.status(); !done) return std::unexpected(done.error());
  return written(paper, key);
}

/// The addresses that a certificate is for, in their order.
std::vector<std::string> addresses_of(gnutls_x509_crt_t paper) {
  std::vector<std::string> addresses;
  for (unsigned i = 0;; ++i) {
    std::array<unsigned char, 16> bytes{};
    std::size_t size = bytes.size();
    const int kind = gnutls_x509_crt_get_subject_alt_name(paper, i, bytes.data(), &size, nullptr);
    if (kind != GNUTLS_SAN_IPADDRESS || size != sizeof(in_addr)) break;
    std::array<char, INET_ADDRSTRLEN> text{};
    ::inet_ntop(AF_INET, bytes.data(), text.data(), text.size());
    addresses.emplace_back(text.data());
  }
  return addresses;
}

/// The bytes of a file that only its owner may read; nothing where it is not there or others may read it.
std::optional<std::string> read_private(const std::string& path) {
  struct stat file {};
  if (::stat(path.c_str(), &file) != 0 || (file.st_mode & 077) != 0) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

std::optional<Pair> read_pair(const std::string& path) {
  auto certificate = read_private(path + ".crt");
  auto secret = read_private(path + ".key");
  if (!certificate || !secret) return std::nullopt;
  return Pair{*std::move(certificate), *std::move(secret)};
}

Status keep_pair(const std::string& path, const Pair& pair) {
  if (const Status kept = app::write_private_file(path + ".key", pair.private_key_pem); !kept) return kept;
  return app::write_private_file(path + ".crt", pair.certificate_pem);
}

Result<std::string> fingerprint_of(const std::string& pem) {
  const Paper paper = read_paper(pem);
  std::array<unsigned char, 32> bytes{};
  std::size_t size = bytes.size();
  Steps steps;
  steps.then([&] { return paper ? 0 : GNUTLS_E_MEMORY_ERROR; });
  steps.then([&] { return gnutls_x509_crt_get_fingerprint(paper.get(), GNUTLS_DIG_SHA256, bytes.data(), &size); });
  if (const Status done = steps.status(); !done) return std::unexpected(done.error());
  std::string text;
  for (const unsigned char byte : bytes) text += fmt::format("{}{:02X}", text.empty() ? "" : ":", byte);
  return text;
}

bool is_sound(const Pair& pair, Instant now, std::int64_t days) {
  const Paper paper = read_paper(pair.certificate_pem);
  const Key key = read_key(pair.private_key_pem);
  return paper && key && belong_together(paper.get(), key.get()) && lasts(paper.get(), now, days);
}

bool is_signed_by(gnutls_x509_crt_t paper, const std::string& authority_pem) {
  const Paper above = read_paper(authority_pem);
  return above && gnutls_x509_crt_check_issuer(paper, above.get()) != 0;
}

}  // namespace

Result<Authority> Authority::kept(const std::string& folder, Instant now) {
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
    return failure("cannot_write", folder, fmt::format("The folder {} cannot be made.", folder));
  if (::chmod(folder.c_str(), 0700) != 0)
    return failure("cannot_write", folder, fmt::format("The folder {} cannot be kept from others.", folder));
  const std::string path = folder + "/authority";
  auto pair = read_pair(path);
  // It has to outlive every certificate that it signs.
  if (!pair || !is_sound(*pair, now, server_days)) {
    auto made = make_authority(now);
    if (!made) return std::unexpected(made.error());
    if (const Status kept = keep_pair(path, *made); !kept) return std::unexpected(kept.error());
    pair = *std::move(made);
  }
  auto fingerprint = fingerprint_of(pair->certificate_pem);
  if (!fingerprint) return std::unexpected(fingerprint.error());
  Authority authority;
  authority.folder_ = folder;
  authority.certificate_pem_ = std::move(pair->certificate_pem);
  authority.private_key_pem_ = std::move(pair->private_key_pem);
  authority.fingerprint_ = *std::move(fingerprint);
  return authority;
}

Result<Certificate> Authority::certificate_for(const std::vector<std::string>& addresses, Instant now) const {
  const std::string path = folder_ + "/server";
  if (auto pair = read_pair(path); pair && is_sound(*pair, now, renew_days)) {
    const Paper paper = read_paper(pair->certificate_pem);
    if (is_signed_by(paper.get(), certificate_pem_) && addresses_of(paper.get()) == addresses)
      return Certificate{std::move(pair->certificate_pem), std::move(pair->private_key_pem)};
  }
  auto made = make_certificate({certificate_pem_, private_key_pem_}, addresses, now);
  if (!made) return std::unexpected(made.error());
  if (const Status kept = keep_pair(path, *made); !kept) return std::unexpected(kept.error());
  return Certificate{std::move(made->certificate_pem), std::move(made->private_key_pem)};
}

}  // namespace hipline::server
