# The core as a WebAssembly module: core.wasm and its glue core.mjs in the build folder.

# FlatBuffers' headers through a folder of their own: the rest of the system's include folder is not for this target.
find_path(FLATBUFFERS_INCLUDE flatbuffers/flatbuffers.h PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/third_party)
file(CREATE_LINK ${FLATBUFFERS_INCLUDE}/flatbuffers ${CMAKE_CURRENT_BINARY_DIR}/third_party/flatbuffers SYMBOLIC)
target_include_directories(vitrine_core SYSTEM PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/third_party)

set(CMAKE_CXX_FLAGS_MINSIZEREL -DNDEBUG)  # em++ would not forget an -Os that stands before another level
set(COMPACT
  -flto # the command table is small only after inlining across files
  -fno-exceptions -fno-rtti)
set(FAST -O2 ${COMPACT})

target_compile_options(vitrine_core PRIVATE ${FAST})

# Between two key strokes speed comes first, and link-time optimisation would inline these loops into callers that are
# no loops.
set_source_files_properties(
  src/columns.cpp src/search_candidates.cpp src/search_facets.cpp src/search_filters.cpp src/search_index.cpp
  src/search_query.cpp src/search_traits.cpp src/snapshot_reader.cpp src/spelling.cpp
  PROPERTIES COMPILE_OPTIONS "-finline-functions;-fno-lto")

# Unrolled, the search's loops take 5 % more bytes and no less time. -Os and -Oz would make it 1.5 times as slow and
# save nothing once gzip has been over it.
file(GLOB SOURCING_SOURCES RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} src/sourcing/*.cpp)
set_source_files_properties(${SOURCING_SOURCES} PROPERTIES COMPILE_OPTIONS -fno-unroll-loops)

set(WIDGET_LINK
  -sMALLOC=emmalloc                 # 4 KB smaller than dlmalloc
  -sALLOW_MEMORY_GROWTH             # catalogues differ in size
  -sMEMORY_GROWTH_LINEAR_STEP=256KB # and take what they need, not a fifth more
  -sINITIAL_MEMORY=2MB -sTOTAL_STACK=128KB
  -sASSERTIONS=0 -sSUPPORT_ERRNO=0)

# The whole core: every command, by Embind.
add_executable(core widget/bindings.cpp widget/call.cpp)
set_target_properties(core PROPERTIES SUFFIX .mjs)
target_compile_options(core PRIVATE ${COMPACT} -DEMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
set_source_files_properties(widget/bindings.cpp PROPERTIES COMPILE_OPTIONS -O2)
# The JSON of all commands: the module has 13 KB less in Brotli so, a quote takes 5 % longer.
set_source_files_properties(widget/call.cpp PROPERTIES COMPILE_OPTIONS -Os)
target_link_libraries(core PRIVATE vitrine_core vitrine_warnings embind)
target_link_options(core PRIVATE
  ${FAST} ${WIDGET_LINK}
  --bind
  -sMODULARIZE -sEXPORT_ES6         # a module that the bundler can take in
  -sENVIRONMENT=web,worker,node     # browsers and Node, no shell
  -sFILESYSTEM=0                    # nothing here opens files
  -sDYNAMIC_EXECUTION=0             # no eval: pages with a strict CSP need only 'wasm-unsafe-eval'
  -sEXPORTED_RUNTIME_METHODS=[] -sINCOMING_MODULE_JS_API=[wasmBinary,locateFile,instantiateWasm])

# Sourcing by itself, by plain exports: pages load it when a cart could be served by several sellers.
add_executable(sourcing widget/sourcing.cpp)
set_target_properties(sourcing PROPERTIES SUFFIX .wasm)
target_compile_options(sourcing PRIVATE ${FAST})
target_link_libraries(sourcing PRIVATE vitrine_core vitrine_warnings)
target_link_options(sourcing PRIVATE
  ${FAST} ${WIDGET_LINK}
  -sSTANDALONE_WASM --no-entry
  -sEXPORTED_FUNCTIONS=[])
