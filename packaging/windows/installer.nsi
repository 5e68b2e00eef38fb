; Puts the folder for Windows into the user's own programs: no administrator, no other user of the PC is concerned.
; Built by `make installer-windows`: makensis -DVERSION=… -DFOLDER=… -DICON=… -DOUT=… installer.nsi
; Silent with /S. Exit codes: 0 done, 2 the program runs and nothing was changed (or a file could not
; be written), 3 this Windows is too old.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
; A file that cannot be written ends the installation, in silence too.
AllowSkipFiles off
!include MUI2.nsh
!include x64.nsh
!include WinVer.nsh
!include FileFunc.nsh

!define NAME "绩效自评"
!define KIND "Selfeval.Ledger"
!define CLASSES "Software\Classes"
!define OWN "Software\Selfeval"
!define REMOVAL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Selfeval"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Selfeval"
InstallDirRegKey HKCU "${OWN}" "Folder"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "程序装在您自己的文件夹里，不需要管理员权限，不联网。$\r$\n$\r$\n已有的台账、设置和备份不会改动。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${NAME}.exe"
!define MUI_FINISHPAGE_RUN_TEXT "打开${NAME}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "将删除程序。台账、设置和备份留在原处。"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; A program that runs cannot be opened for writing meanwhile.
!macro LookWhetherRuns File
  ${If} ${FileExists} "$INSTDIR\${File}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${File}" a
    ${If} ${Errors}
      StrCpy $1 "${File}"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
!macroend

!macro RefuseWhileRunning Un
Function ${Un}RefuseWhileRunning
  look:
  StrCpy $1 ""
  !insertmacro LookWhetherRuns "${NAME}.exe"
  !insertmacro LookWhetherRuns "selfeval.exe"
  StrCmp $1 "" free
  IfSilent quietly
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME}正在运行，没有改动任何文件。请先关闭它，再按“重试”。" IDRETRY look
  quietly:
  SetErrorLevel 2
  Quit
  free:
FunctionEnd
!macroend
!insertmacro RefuseWhileRunning ""
!insertmacro RefuseWhileRunning "un."

Function .onInit
  ${If} ${RunningX64}
  ${AndIf} ${AtLeastWin10}
    Return
  ${EndIf}
  MessageBox MB_OK|MB_ICONSTOP "本程序需要 64 位的 Windows 10 或 11。" /SD IDOK
  SetErrorLevel 3
  Quit
FunctionEnd

; Explorer learns that a kind of file was added or taken away.
!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section
  Call RefuseWhileRunning
  ; What the older version had and the new one has not shall not be found by Python. A folder `app` of anybody else's,
  ; where the user chose a folder that is in use, is left alone.
  IfFileExists "$INSTDIR\app\start_window.py" 0 +2
  RMDir /r "$INSTDIR\app"
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}/*"
  WriteUninstaller "$INSTDIR\卸载.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${NAME}.exe"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${NAME}.exe"
  WriteRegStr HKCU "${OWN}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${CLASSES}\.selfeval" "" "${KIND}"
  WriteRegStr HKCU "${CLASSES}\.selfeval\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "${CLASSES}\${KIND}" "" "绩效自评台账"
  WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\${NAME}.exe,0"
  WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\${NAME}.exe" "%1"'
  WriteRegStr HKCU "${REMOVAL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${REMOVAL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${REMOVAL}" "DisplayIcon" "$INSTDIR\${NAME}.exe"
  WriteRegStr HKCU "${REMOVAL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${REMOVAL}" "UninstallString" '"$INSTDIR\卸载.exe"'
  WriteRegStr HKCU "${REMOVAL}" "QuietUninstallString" '"$INSTDIR\卸载.exe" /S'
  WriteRegDWORD HKCU "${REMOVAL}" "NoModify" 1
  WriteRegDWORD HKCU "${REMOVAL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${REMOVAL}" "EstimatedSize" $0
  !insertmacro TellExplorer
SectionEnd

Section "Uninstall"
  Call un.RefuseWhileRunning
  RMDir /r "$INSTDIR\app"
  Delete "$INSTDIR\${NAME}.exe"
  Delete "$INSTDIR\selfeval.exe"
  Delete "$INSTDIR\说明.txt"
  Delete "$INSTDIR\卸载.exe"
  ; It stays where anything of the user's lies in it.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey HKCU "${REMOVAL}"
  DeleteRegKey HKCU "${OWN}"
  DeleteRegKey HKCU "${CLASSES}\${KIND}"
  ReadRegStr $0 HKCU "${CLASSES}\.selfeval" ""
  ${If} $0 == "${KIND}"
    DeleteRegKey HKCU "${CLASSES}\.selfeval"
  ${EndIf}
  !insertmacro TellExplorer
SectionEnd
