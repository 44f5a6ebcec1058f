# The faces, prepared once a build folder in share/chartpack/fonts: plain (no subroutines), which
# makes PDFs a fifth of the size and twice as fast to finish, unhinted, and without the layout
# tables we do not set by.  FAMILY-Regular.otf and FAMILY-Bold.otf, FAMILY without its blanks, and
# FAMILY-Rare-Regular.otf likewise are all that src/text looks for.  Cairo copies a face as a whole
# before it takes its few glyphs out, so what everyday texts need has a file of its own.
set(CP_NOTO_FOLDER /usr/share/fonts/opentype/noto CACHE PATH "where NotoSansCJK-*.ttc are (fonts-noto-cjk)")
find_program(CP_HB_SUBSET hb-subset REQUIRED)
set(CP_SHARE_FOLDER ${PROJECT_BINARY_DIR}/share/chartpack)

# A face of NotoSansCJK-WEIGHT.ttc as FAMILY-WEIGHT.otf, of the code points that the file
# `unicodes` lists; `features` is what its letters keep.
function(cp_face family weight index unicodes features drop)
    set(collection ${CP_NOTO_FOLDER}/NotoSansCJK-${weight}.ttc)
    set(face ${CP_SHARE_FOLDER}/fonts/${family}-${weight}.otf)
    add_custom_command(OUTPUT ${face}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CP_SHARE_FOLDER}/fonts
        COMMAND ${CP_HB_SUBSET} --font-file=${collection} --face-index=${index} --unicodes-file=${unicodes}
            --desubroutinize --no-hinting --layout-features=${features}
            --drop-tables+=GDEF,BASE,VORG,vhea,vmtx${drop} --output-file=${face}.part
        COMMAND ${CMAKE_COMMAND} -E rename ${face}.part ${face}
        DEPENDS ${collection} ${unicodes} ${CMAKE_CURRENT_FUNCTION_LIST_FILE}
        COMMENT "Preparing ${family}-${weight}.otf"
        VERBATIM)
    set_property(GLOBAL APPEND PROPERTY CP_SHARED ${face})
endfunction()

# Latin and Greek letters, digits, punctuation, currency, №, ™, the minus.  Of the collection's
# faces the Korean one has proportional quotes, as Latin text wants them.
set(latin ${PROJECT_BINARY_DIR}/latin.txt)
set(common ${PROJECT_BINARY_DIR}/common.txt)
set(all ${PROJECT_BINARY_DIR}/all.txt)
file(CONFIGURE OUTPUT ${latin} CONTENT
    "0020-024F,0259,02C6-02DD,0370-03FF,1E00-1EFF,2010-2027,2030-203A,2070-209F,20A0-20BF,2113,2116,2122,2212\n")
file(CONFIGURE OUTPUT ${all} CONTENT "0020-3FFFF\n")
add_custom_command(OUTPUT ${common}
    COMMAND sh ${PROJECT_SOURCE_DIR}/cmake/common.sh ${common}
    DEPENDS ${PROJECT_SOURCE_DIR}/cmake/common.sh)
foreach(weight Regular Bold)
    cp_face(NotoSansCJKKR ${weight} 1 ${latin} kern "")
    cp_face(NotoSansCJKSC ${weight} 2 ${common} ccmp ,GPOS)
    cp_face(NotoSansCJKSC-Rare ${weight} 2 ${all} ccmp ,GPOS)
endforeach()

add_custom_command(OUTPUT ${CP_SHARE_FOLDER}/fonts/fonts.conf
    COMMAND ${CMAKE_COMMAND} -E copy ${PROJECT_SOURCE_DIR}/fonts/fonts.conf ${CP_SHARE_FOLDER}/fonts/fonts.conf
    DEPENDS ${PROJECT_SOURCE_DIR}/fonts/fonts.conf)
# What is read as it stands in the sources.
function(cp_share name folder)
    add_custom_command(OUTPUT ${CP_SHARE_FOLDER}/${name}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CP_SHARE_FOLDER}
        COMMAND ${CMAKE_COMMAND} -E create_symlink ${PROJECT_SOURCE_DIR}/${folder} ${CP_SHARE_FOLDER}/${name})
    set_property(GLOBAL APPEND PROPERTY CP_SHARED ${CP_SHARE_FOLDER}/${name})
endfunction()
cp_share(styles styles)
cp_share(calendar data/calendar)
cp_share(starter data/starter)

get_property(shared GLOBAL PROPERTY CP_SHARED)
add_custom_target(fonts ALL DEPENDS ${shared} ${CP_SHARE_FOLDER}/fonts/fonts.conf)
if(TARGET cp_text)
    add_dependencies(cp_text fonts)
endif()
