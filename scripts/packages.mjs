// What Vitrine is built and tested with: Debian's package names (the first one that the release has is taken), the
// program that stands for the package when it came from elsewhere, and the reason that is shown before installing.

const buildPackages = [
  { names: ['build-essential'], program: 'g++', reason: 'the C++20 compiler' },
  { names: ['cmake'], program: 'cmake', reason: 'configures the builds' },
  { names: ['ninja-build'], program: 'ninja', reason: 'runs the builds' },
  { names: ['ccache'], program: 'ccache', reason: 'makes the second build fast' },
  {
    names: ['python3'],
    program: 'python3',
    reason: 'runs Emscripten and the Python seller example',
  },
  { names: ['emscripten'], program: 'em++', reason: 'compiles the core to WebAssembly' },
  {
    names: ['flatbuffers-compiler'],
    program: 'flatc',
    reason: 'generates the catalogue file reader',
  },
  { names: ['libflatbuffers-dev'], reason: 'the catalogue file format' },
  {
    names: ['libboost1.81-dev', 'libboost1.83-dev', 'libboost-dev'],
    reason: 'HTTP: Boost.Beast and Asio',
  },
  {
    names: ['libboost-url1.81-dev', 'libboost-url1.83-dev', 'libboost-url-dev'],
    reason: 'URLs: Boost.URL',
  },
  { names: ['pkg-config', 'pkgconf'], program: 'pkg-config', reason: 'finds libsodium and Brotli' },
  { names: ['libssl-dev'], reason: 'TLS to seller endpoints' },
  { names: ['libsodium-dev'], reason: 'signatures, keys and tokens' },
  { names: ['libsoci-dev'], reason: 'the store, over SQLite and PostgreSQL' },
  { names: ['libpq-dev'], reason: 'connections to PostgreSQL' },
  { names: ['libsqlite3-dev'], reason: 'the embedded database' },
  { names: ['nlohmann-json3-dev'], reason: 'JSON on the server' },
  { names: ['libcli11-dev'], reason: 'the command line' },
  { names: ['prometheus-cpp-dev'], reason: "the server's metrics" },
  { names: ['libcsv-dev'], reason: 'CSV feeds' },
  { names: ['libxml2-dev'], reason: 'XML feeds and HTML descriptions' },
  { names: ['libcmark-dev'], reason: 'guides in Markdown' },
  { names: ['libcurl4-openssl-dev'], reason: 'e-mail by SMTP' },
  { names: ['libfido2-dev'], reason: 'passkeys: WebAuthn verified' },
  { names: ['libicu-dev'], reason: 'money, dates and plurals of the languages of e-mail' },
  { names: ['libturbojpeg0-dev'], reason: 'JPEG pictures' },
  { names: ['libpng-dev'], reason: 'PNG pictures' },
  { names: ['libexif-dev'], reason: 'how a camera was held' },
  { names: ['libwebp-dev'], reason: 'WebP pictures' },
  { names: ['libseccomp-dev'], reason: 'locks in what reads pictures' },
  { names: ['zlib1g-dev'], reason: 'gzip-compressed catalogues' },
  { names: ['libbrotli-dev'], reason: 'Brotli-compressed catalogues' },
];

const testPackages = [
  { names: ['catch2'], reason: 'unit tests' },
  { names: ['librapidcheck-dev'], reason: 'property tests' },
  { names: ['clang-format-14'], reason: 'the style check', optional: true },
  { names: ['clang'], program: 'clang++', reason: 'fuzzing the HTTP front', optional: true },
  {
    names: ['libclang-rt-dev'],
    reason: 'libFuzzer',
    optional: true,
  },
  {
    names: ['nginx-light', 'nginx'],
    program: 'nginx',
    reason: 'judges hostile requests in the tests',
    optional: true,
  },
  {
    names: ['postgresql-15', 'postgresql-17', 'postgresql-16'],
    reason: 'the tests on PostgreSQL',
  },
  { names: ['patroni'], reason: 'tests in which the leader of PostgreSQL dies', optional: true },
  { names: ['etcd-server'], program: 'etcd', reason: 'the same: who leads', optional: true },
  { names: ['python3-etcd'], reason: 'the same: Patroni asks etcd', optional: true },
  { names: ['curl'], program: 'curl', reason: "the documentation's examples" },
  { names: ['chromium'], browser: true, reason: 'the end-to-end tests' },
  {
    names: ['firefox-esr'],
    program: 'firefox',
    reason: 'the end-to-end tests in a second browser',
    optional: true,
  },
  { names: ['fonts-dejavu-core'], reason: 'text in the tested pages' },
];

export const packagesFor = ({ test = false } = {}) =>
  test ? [...buildPackages, ...testPackages] : buildPackages;
