set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(CP_TESTS "build the tests" OFF)
option(CP_FUZZ "build what searches for inputs that break us (clang)" OFF)
option(CP_SANITIZE "AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
set(CP_RUNNER "" CACHE STRING "what unit tests and the tests of commands are run under: a command that takes theirs")
option(CP_STRICT "warnings are errors" OFF)

add_compile_definitions(_GNU_SOURCE)
add_compile_options(-Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith
    -Wwrite-strings -Wvla -Wformat=2 -Wundef -fno-math-errno
    -fno-trapping-math) # nobody reads errno or the flags: loops may take several numbers at a time
if(CP_STRICT)
    add_compile_options(-Werror)
endif()
if(CP_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
