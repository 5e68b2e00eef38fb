<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AboutCommands</name>
    <message>
        <source>安装包 (*.exe *.zip *.deb);;所有文件 (*)</source>
        <translation>Packages (*.exe *.zip *.deb);;All files (*)</translation>
    </message>
    <message>
        <source>核对安装包</source>
        <translation>Check a Package</translation>
    </message>
    <message>
        <source>正在核对安装包…</source>
        <translation>Checking the package…</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>关于本程序</source>
        <translation>About this program</translation>
    </message>
    <message>
        <source>绩效自评 {0}</source>
        <translation>Selfeval {0}</translation>
    </message>
    <message>
        <source>填报、检查、打印财政项目支出绩效自评表。</source>
        <translation>Fill in, check and print self-evaluation forms for budget projects.</translation>
    </message>
    <message>
        <source>许可全文</source>
        <translation>The licence in full</translation>
    </message>
    <message>
        <source>本程序以 Apache 许可证 2.0 发布，可以自由使用、修改和再分发；所用的库、字体和图标各有自己的许可，见“第三方软件及许可”。</source>
        <translation>This program comes under the Apache License 2.0: you may use, change and pass it on freely; its libraries, fonts and icons have licences of their own, see “Third-Party Software and Licences”.</translation>
    </message>
    <message>
        <source>第三方软件及许可…</source>
        <translation>Third-Party Software and Licences…</translation>
    </message>
</context>
<context>
    <name>AccessBanner</name>
    <message>
        <source>台账的读写</source>
        <translation>Access to the ledger</translation>
    </message>
</context>
<context>
    <name>AccessWatch</name>
    <message>
        <source>另存副本…</source>
        <translation>Save a copy…</translation>
    </message>
    <message>
        <source>处理…</source>
        <translation>Resolve…</translation>
    </message>
    <message>
        <source>采用别处的内容</source>
        <translation>Take theirs</translation>
    </message>
    <message>
        <source>两份都留下了：这里的内容在新表里，别处的仍在原表里。</source>
        <translation>Both are kept: yours is in a new form, theirs stays in the original one.</translation>
    </message>
    <message>
        <source>已采用别处的内容，用“撤销”可以找回这里的。</source>
        <translation>Theirs is taken; Undo brings yours back.</translation>
    </message>
    <message>
        <source>已保留这里的内容，别处的在新表里。</source>
        <translation>Yours is kept; theirs is in a new form.</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>只读：{who} 在 {since} 打开后没有正常关闭，也可能还在使用。</source>
        <translation>Read-only: {who} opened it at {since} and did not close it properly, or may still be using it. </translation>
    </message>
    <message>
        <source>只读：台账旁边留有锁文件，可能有别的电脑正在使用。</source>
        <translation>Read-only: a lock file lies beside the ledger; another PC may be using it. </translation>
    </message>
    <message>
        <source>确认那里已经关闭，再继续编辑。</source>
        <translation>Make sure that it is closed there before you go on editing.</translation>
    </message>
    <message>
        <source>继续编辑</source>
        <translation>Go on editing</translation>
    </message>
    <message>
        <source>只读：{0}</source>
        <translation>Read only: {0}</translation>
    </message>
    <message>
        <source>只读：台账不能写入（{0}）。要修改，请另存副本。</source>
        <translation>Read-only: the ledger cannot be written ({0}). To make changes, save a copy.</translation>
    </message>
    <message>
        <source>只读：{who} 从 {since} 起正在使用这个台账。在那里关闭后可以再试。</source>
        <translation>Read-only: {who} has been using this ledger since {since}. Try again once it is closed there.</translation>
    </message>
    <message>
        <source>只读：另一个窗口或程序正在使用这个台账。在那里关闭后可以再试。</source>
        <translation>Read-only: another window or program is using this ledger. Try again once it is closed there.</translation>
    </message>
    <message>
        <source>台账在网络位置上：网络断开时存不进去，请看着右下角的“已保存”，并常做备份。</source>
        <translation>The ledger lies on the network: nothing can be stored while the connection is down. Watch for “Saved” at the bottom right, and back up often.</translation>
    </message>
    <message>
        <source>台账在移动盘上：拔出之前请先关闭程序，以免丢失最后的改动。</source>
        <translation>The ledger lies on a removable disk: close the program before you unplug it, or the last changes may be lost.</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>别处在这个台账里存入了改动，已经显示出来。</source>
        <translation>Changes were stored in this ledger elsewhere; they are shown now.</translation>
    </message>
    <message>
        <source>这张表在别处改过并已存入，现在显示的是那里的内容。</source>
        <translation>This form was changed and stored elsewhere; what you see now is that.</translation>
    </message>
    <message>
        <source>刚才打开的表在别处删除了。</source>
        <translation>The form that was open was deleted elsewhere.</translation>
    </message>
    <message>
        <source>这张表在别处删除了，这里没有保存的内容另存成了一张新表。</source>
        <translation>This form was deleted elsewhere; what was unsaved here is in a new form now.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>新建台账…</source>
        <translation>New ledger…</translation>
    </message>
    <message>
        <source>打开台账…</source>
        <translation>Open ledger…</translation>
    </message>
    <message>
        <source>打开练习台账</source>
        <translation>Open practice ledger</translation>
    </message>
    <message>
        <source>五张填好的示例表，可以随意修改</source>
        <translation>Five filled-in example forms that you may change freely</translation>
    </message>
    <message>
        <source>生成交接包…</source>
        <translation>Make a Hand-Over Package…</translation>
    </message>
    <message>
        <source>换电脑或换人：台账、历史、自己载入的表样和设置装进一个文件，附交接清单</source>
        <translation>For another PC or person: the ledger, its history, the templates you loaded and the settings in one file, with a list on paper</translation>
    </message>
    <message>
        <source>从交接包接收…</source>
        <translation>Take Over from a Package…</translation>
    </message>
    <message>
        <source>打开别人或旧电脑的交接包，核对后存为一个新台账</source>
        <translation>Opens a hand-over package of another person or of the old PC, checks it and makes a new ledger of it</translation>
    </message>
    <message>
        <source>另存副本…</source>
        <translation>Save a copy…</translation>
    </message>
    <message>
        <source>把整个台账另存为一个新文件，接着在新文件里工作</source>
        <translation>Save the whole ledger as a new file and go on working in it</translation>
    </message>
    <message>
        <source>关闭台账</source>
        <translation>Close ledger</translation>
    </message>
    <message>
        <source>立即保存</source>
        <translation>Save now</translation>
    </message>
    <message>
        <source>程序会自动保存，这里可以马上保存一次</source>
        <translation>The program saves by itself; this saves at once</translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>程序会自动备份，这里可以马上备份一次，并且保留得更久</source>
        <translation>Backups are made automatically; this makes one now, and it is kept longer</translation>
    </message>
    <message>
        <source>备份到U盘</source>
        <translation>Back up to a USB stick</translation>
    </message>
    <message>
        <source>把整个台账复制到U盘或另一个文件夹，写好后打开核对</source>
        <translation>Copies the whole ledger to a USB stick or another folder, then opens and checks the copy</translation>
    </message>
    <message>
        <source>从备份恢复…</source>
        <translation>Restore from a backup…</translation>
    </message>
    <message>
        <source>看各份备份里有什么，恢复成一个新的台账，原来的不动</source>
        <translation>Shows what each backup holds and restores it as a new ledger; the present one stays as it is</translation>
    </message>
    <message>
        <source>打开备份文件夹</source>
        <translation>Open the backup folder</translation>
    </message>
    <message>
        <source>自动备份放在这里</source>
        <translation>Automatic backups are kept here</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>粘贴整张表…</source>
        <translation>Paste whole form…</translation>
    </message>
    <message>
        <source>载入表样…</source>
        <translation>Load Template…</translation>
    </message>
    <message>
        <source>从文件安装新的或新版的表样，不用重装程序</source>
        <translation>Installs a new template, or a new version of one, from a file, without reinstalling the program</translation>
    </message>
    <message>
        <source>导入财务数据…</source>
        <translation>Import Finance List…</translation>
    </message>
    <message>
        <source>从财务部门的 Excel 或 CSV 名单填入各项目的预算数和执行数，先看再采用</source>
        <translation>Fill in budgets and spending of many projects from a finance office&apos;s Excel or CSV list, after a look at each line</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>插入行</source>
        <translation>Insert row</translation>
    </message>
    <message>
        <source>删除行</source>
        <translation>Delete row</translation>
    </message>
    <message>
        <source>复制行</source>
        <translation>Duplicate Row</translation>
    </message>
    <message>
        <source>把选定的行再来一份，放在下面</source>
        <translation>Put the selected rows once more below them</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>粘贴表格</source>
        <translation>Paste Table</translation>
    </message>
    <message>
        <source>在 Excel、WPS 或 Word 里复制若干格，从光标所在的格起放进来</source>
        <translation>Copy cells in Excel, WPS or Word; they are put in from the current cell on</translation>
    </message>
    <message>
        <source>向下填充</source>
        <translation>Fill Down</translation>
    </message>
    <message>
        <source>选定的各格都填成最上面一格的内容</source>
        <translation>Every selected cell gets what the uppermost one of its column holds</translation>
    </message>
    <message>
        <source>只看问题行</source>
        <translation>Only Rows with Problems</translation>
    </message>
    <message>
        <source>只显示有错误、提醒或提示的指标行</source>
        <translation>Show only indicator rows with errors, warnings or hints</translation>
    </message>
    <message>
        <source>分值配平…</source>
        <translation>Balance Weights…</translation>
    </message>
    <message>
        <source>把缺少或多出的分值平均或按比例分给各行，合到规定的分值</source>
        <translation>Deals missing or surplus points out to the rows, evenly or in proportion, until they add up</translation>
    </message>
    <message>
        <source>整理文字…</source>
        <translation>Tidy Text…</translation>
    </message>
    <message>
        <source>去掉粘贴带来的空格、换行和重复标点，先看再采用</source>
        <translation>Takes out spaces, line breaks and doubled stops that came in by pasting; shown before anything changes</translation>
    </message>
    <message>
        <source>展开编辑…</source>
        <translation>Edit in Large Box…</translation>
    </message>
    <message>
        <source>在大窗口里写光标所在的文字，看它打印几行</source>
        <translation>Write the text at the cursor in a large box and see how many lines it prints</translation>
    </message>
    <message>
        <source>偏差原因用语…</source>
        <translation>Reasons for a Deviation…</translation>
    </message>
    <message>
        <source>按原因挑一句，改好后放进这一行的偏差原因</source>
        <translation>Choose a phrase by its cause, change it and put it into the deviation of this row</translation>
    </message>
    <message>
        <source>指标库…</source>
        <translation>Indicator Library…</translation>
    </message>
    <message>
        <source>从本台账的其他表和参考指标里挑选，连同指标值加到表里</source>
        <translation>Choose from the other forms of this ledger and from reference indicators, and add them with their targets</translation>
    </message>
    <message>
        <source>私人备注…</source>
        <translation>Private Note…</translation>
    </message>
    <message>
        <source>给光标所在的格记一句话，不打印也不导出</source>
        <translation>Keep a note on the current cell; it is neither printed nor exported</translation>
    </message>
    <message>
        <source>留存的内容…</source>
        <translation>Set Aside…</translation>
    </message>
    <message>
        <source>换表样后没有位置的内容，换回时自动放回</source>
        <translation>What has no place after a change of template; it is put back when you change back</translation>
    </message>
    <message>
        <source>变更历史…</source>
        <translation>Change history…</translation>
    </message>
    <message>
        <source>这张表何时由谁改了什么；比较以前的内容，恢复成一张新表</source>
        <translation>What was changed in this form, when and by whom; compare earlier contents and bring them back as a new form</translation>
    </message>
    <message>
        <source>这一格的历史…</source>
        <translation>History of this cell…</translation>
    </message>
    <message>
        <source>光标所在的格何时由谁改过，原来是什么</source>
        <translation>When and by whom the cell with the cursor was changed, and what stood there</translation>
    </message>
    <message>
        <source>回收站…</source>
        <translation>Recycle bin…</translation>
    </message>
    <message>
        <source>找回删除了的自评表</source>
        <translation>Get deleted forms back</translation>
    </message>
    <message>
        <source>认可</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>选定的格里导入或结转来的值核对无误</source>
        <translation>Imported or carried-over values in the selected cells are right</translation>
    </message>
    <message>
        <source>全表认可</source>
        <translation>Confirm Whole Form</translation>
    </message>
    <message>
        <source>全表导入或结转来的值都核对无误</source>
        <translation>All imported or carried-over values of the form are right</translation>
    </message>
    <message>
        <source>新建表单</source>
        <translation>New form</translation>
    </message>
    <message>
        <source>年度、实施单位和随单位的内容自动带来，只要填项目名称</source>
        <translation>Year, unit and all that goes with the unit are filled in; only the project name is left to type</translation>
    </message>
    <message>
        <source>复制表单</source>
        <translation>Duplicate form</translation>
    </message>
    <message>
        <source>把当前表复制成一张新的草稿</source>
        <translation>Copy this form as a new draft</translation>
    </message>
    <message>
        <source>从上年结转</source>
        <translation>Carry over from last year</translation>
    </message>
    <message>
        <source>用一张或几张表开始下一年度：目标和指标带来，完成情况清空</source>
        <translation>Begin the next year from one or several forms: goals and indicators come along, results are blank</translation>
    </message>
    <message>
        <source>删除表单</source>
        <translation>Delete form</translation>
    </message>
    <message>
        <source>可以用“撤销”找回</source>
        <translation>“Undo” brings it back</translation>
    </message>
    <message>
        <source>单位…</source>
        <translation>Units…</translation>
    </message>
    <message>
        <source>实施单位、主管部门、联系人录入一次，新表自动带出</source>
        <translation>Enter unit, department and contact once; new forms take them over</translation>
    </message>
    <message>
        <source>下一张表</source>
        <translation>Next form</translation>
    </message>
    <message>
        <source>上一张表</source>
        <translation>Previous form</translation>
    </message>
    <message>
        <source>查找表单</source>
        <translation>Find a form</translation>
    </message>
    <message>
        <source>检查当前表</source>
        <translation>Check this form</translation>
    </message>
    <message>
        <source>列出全部错误、提醒和提示</source>
        <translation>List all errors, warnings and hints</translation>
    </message>
    <message>
        <source>检查全部…</source>
        <translation>Check All…</translation>
    </message>
    <message>
        <source>检查台账里的全部表，按表或按规则列出，也看各表之间有没有矛盾</source>
        <translation>Checks every form of the ledger, listed by form or by rule, and whether forms contradict each other</translation>
    </message>
    <message>
        <source>检查报告…</source>
        <translation>Check Report…</translation>
    </message>
    <message>
        <source>把检查结果和写明的理由打印出来，或存为 PDF、Excel</source>
        <translation>Prints what was found and the reasons given, or saves it as PDF or Excel</translation>
    </message>
    <message>
        <source>填报质量体检…</source>
        <translation>Quality Check-up…</translation>
    </message>
    <message>
        <source>审核的人可能会问什么，在哪一处</source>
        <translation>What a reviewer may ask, and about which cell</translation>
    </message>
    <message>
        <source>说明理由…</source>
        <translation>Explain…</translation>
    </message>
    <message>
        <source>情况属实的提醒或提示，写明理由后不再提醒</source>
        <translation>A warning or hint that is true as it stands gives no further notice once its reason is written down</translation>
    </message>
    <message>
        <source>下一个问题</source>
        <translation>Next problem</translation>
    </message>
    <message>
        <source>上一个问题</source>
        <translation>Previous problem</translation>
    </message>
    <message>
        <source>到消息栏</source>
        <translation>Go to Message</translation>
    </message>
    <message>
        <source>回答上面消息栏里的问题</source>
        <translation>Answer the question in the message bar</translation>
    </message>
    <message>
        <source>打印预览</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>保存为 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>工作副本：Excel、Word、PDF、指标清单或 JSON 文件</source>
        <translation>Working copies: Excel, Word, PDF, indicator list or JSON files</translation>
    </message>
    <message>
        <source>核对台账</source>
        <translation>Verify ledger</translation>
    </message>
    <message>
        <source>读一遍整个台账，看每张自评表是否与存入时一致，可以随时停止</source>
        <translation>Read the whole ledger to see whether every form is as it was stored; you can stop at any time</translation>
    </message>
    <message>
        <source>导出上报包…</source>
        <translation>Upload package…</translation>
    </message>
    <message>
        <source>没有错误的表连同汇总表、核对单装进一个压缩包，写好后逐格读回核对</source>
        <translation>Forms without errors, with summary and proof list, in one archive whose files are read back cell by cell</translation>
    </message>
    <message>
        <source>录入对照…</source>
        <translation>Type over…</translation>
    </message>
    <message>
        <source>往只能手工录入的平台里录：一次一项，大字显示，可复制，录完打勾</source>
        <translation>For portals that take only typing: one field at a time, large, to copy and to tick off</translation>
    </message>
    <message>
        <source>上报回复…</source>
        <translation>Replies…</translation>
    </message>
    <message>
        <source>当前表的每次导出：对方接收还是退回，退回意见逐条对应到格、改好打勾</source>
        <translation>Each export of this form: accepted or returned; comments are tied to cells and ticked off</translation>
    </message>
    <message>
        <source>页面设置…</source>
        <translation>Page set-up…</translation>
    </message>
    <message>
        <source>台账是只读打开的，不能修改</source>
        <translation>The ledger is open read-only and cannot be changed</translation>
    </message>
    <message>
        <source>从 Excel、WPS、Word 或 JSON 文件导入自评表、绩效目标表或指标清单</source>
        <translation>Import forms, target forms or lists of indicators from Excel, WPS, Word or JSON files</translation>
    </message>
    <message>
        <source>在 Excel、WPS、Word 或 PDF 里复制整张自评表，认出来以后导入或填进当前表</source>
        <translation>Copy a whole form in Excel, WPS, Word or a PDF; once recognised it is imported or fills the open form</translation>
    </message>
    <message>
        <source>纸张、方向、装订边、字体；按表样记住</source>
        <translation>Paper, orientation, binding margin and font; remembered for each form type</translation>
    </message>
    <message>
        <source>批量打印…</source>
        <translation>Print several…</translation>
    </message>
    <message>
        <source>几张或全部表一次打印，或保存为 PDF，附封面清单</source>
        <translation>Print some or all forms at once, or save them as PDF, with a cover list</translation>
    </message>
    <message>
        <source>年度汇总表…</source>
        <translation>Summary of the year…</translation>
    </message>
    <message>
        <source>一年里全部自评表的资金、执行率、得分和等级</source>
        <translation>Funds, execution rate, score and grade of all forms of a year</translation>
    </message>
    <message>
        <source>公开版…</source>
        <translation>Public copy…</translation>
    </message>
    <message>
        <source>涂去不公开的内容，用于公示</source>
        <translation>With what is not public blacked out, for publication</translation>
    </message>
    <message>
        <source>空白表…</source>
        <translation>Blank form…</translation>
    </message>
    <message>
        <source>打印出来用笔填写</source>
        <translation>To be printed and filled in by hand</translation>
    </message>
    <message>
        <source>盖章件核对…</source>
        <translation>Verify a stamped copy…</translation>
    </message>
    <message>
        <source>录入打印件上的校验码，看它与现在的数据是否相同</source>
        <translation>Type the code from a printed form to see whether it still agrees with the data</translation>
    </message>
    <message>
        <source>打印存档…</source>
        <translation>Print History…</translation>
    </message>
    <message>
        <source>当前表打印和导出过的各份，可以看改动、原样重印</source>
        <translation>Every printed and exported copy of this form: see what changed, or print it again as it was</translation>
    </message>
    <message>
        <source>打印签字行</source>
        <translation>Print signature line</translation>
    </message>
    <message>
        <source>在表下打印填表人、联系电话、填报日期和单位盖章</source>
        <translation>Print filler, telephone, date and seal below the form</translation>
    </message>
    <message>
        <source>资金</source>
        <translation>Funds</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Goals</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>放大预览</source>
        <translation>Enlarge preview</translation>
    </message>
    <message>
        <source>缩小预览</source>
        <translation>Shrink preview</translation>
    </message>
    <message>
        <source>预览适合宽度</source>
        <translation>Fit preview to width</translation>
    </message>
    <message>
        <source>高对比度</source>
        <translation>High Contrast</translation>
    </message>
    <message>
        <source>用更深的颜色显示窗口</source>
        <translation>Show the window in stronger colours</translation>
    </message>
    <message>
        <source>检查结果</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>显示或收起下面的检查结果</source>
        <translation>Show or hide the problems below</translation>
    </message>
    <message>
        <source>上年的值</source>
        <translation>Last year&apos;s value</translation>
    </message>
    <message>
        <source>在窗口最下面显示光标所在的格上年填了什么</source>
        <translation>Show at the bottom of the window what last year&apos;s form says in the cell with the cursor</translation>
    </message>
    <message>
        <source>打开运行记录的文件夹</source>
        <translation>Open the log folder</translation>
    </message>
    <message>
        <source>导出求助材料…</source>
        <translation>Export Material for Support…</translation>
    </message>
    <message>
        <source>给维护人员的一个压缩包：版本、运行记录、台账结构；填写的内容都遮住</source>
        <translation>One zip for whoever mends the program: versions, log, structure of the ledger; all that you filled in is masked</translation>
    </message>
    <message>
        <source>填写说明</source>
        <translation>Field help</translation>
    </message>
    <message>
        <source>光标所在的格填什么、举例、怎样检查，计算值是怎样得来的</source>
        <translation>What belongs in the cell with the cursor, an example, what is checked, and how a calculated figure came about</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>全部快捷键，和表格里的记号</source>
        <translation>All keys, and the signs in the tables</translation>
    </message>
    <message>
        <source>规则目录…</source>
        <translation>Catalogue of Rules…</translation>
    </message>
    <message>
        <source>每条检查规则的含义、依据和状态；可以在本台账停用提醒</source>
        <translation>What each rule asks for, its source and state; warnings can be switched off in this ledger</translation>
    </message>
    <message>
        <source>关于本程序</source>
        <translation>About this program</translation>
    </message>
    <message>
        <source>请先新建或打开一个台账</source>
        <translation>Make or open a ledger first</translation>
    </message>
    <message>
        <source>请先在左边选一张表</source>
        <translation>Choose a form on the left first</translation>
    </message>
    <message>
        <source>请先把光标放到一行指标上</source>
        <translation>Please put the cursor on a row of indicators first</translation>
    </message>
    <message>
        <source>现在没有可以撤销或重做的操作</source>
        <translation>There is nothing to undo or redo now</translation>
    </message>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>表单(&amp;B)</source>
        <translation>For&amp;m</translation>
    </message>
    <message>
        <source>检查(&amp;C)</source>
        <translation>&amp;Check</translation>
    </message>
    <message>
        <source>输出(&amp;O)</source>
        <translation>&amp;Output</translation>
    </message>
    <message>
        <source>查看(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>常用操作</source>
        <translation>Main actions</translation>
    </message>
    <message>
        <source>文字大小</source>
        <translation>Text Size</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Usual</translation>
    </message>
    <message>
        <source>大</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>特大</source>
        <translation>Very Large</translation>
    </message>
    <message>
        <source>语言 (Language)</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>删除空白指标行</source>
        <translation>Delete blank indicator rows</translation>
    </message>
    <message>
        <source>把没有填写的指标行（如“……”“指标2：”）一次删去</source>
        <translation>Delete all indicator rows that nobody filled in (only a mark or a number in the name) in one step</translation>
    </message>
    <message>
        <source>剪切</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>清空选定的格；计算的格恢复计算值</source>
        <translation>Empty the selected cells; calculated ones go back to the calculated value</translation>
    </message>
    <message>
        <source>表单列表</source>
        <translation>List of forms</translation>
    </message>
    <message>
        <source>显示或收起左边的表单列表；窗口很窄时它和表轮流显示</source>
        <translation>Show the list of forms at the left or put it away; in a narrow window it and the form take turns</translation>
    </message>
    <message>
        <source>更新内容</source>
        <translation>What Is New</translation>
    </message>
    <message>
        <source>各个版本新增、改动了什么</source>
        <translation>What each version added and changed</translation>
    </message>
    <message>
        <source>核对安装包…</source>
        <translation>Check a Package…</translation>
    </message>
    <message>
        <source>安装新版本以前，把安装包与旁边的校验单对一遍</source>
        <translation>Before you install a new version: compare its package with the hash sheet beside it</translation>
    </message>
</context>
<context>
    <name>AnnotationCommands</name>
    <message>
        <source>请先把光标放到要加备注的格里。</source>
        <translation>Put the cursor into the cell that the note is for first.</translation>
    </message>
    <message>
        <source>这里没有导入或结转来的值。</source>
        <translation>There are no imported or carried-over values here.</translation>
    </message>
</context>
<context>
    <name>AnswerCommands</name>
    <message>
        <source>（这一行已删除）</source>
        <translation>(this row was deleted)</translation>
    </message>
    <message>
        <source>请先在表里把光标放到意见所说的格里。</source>
        <translation>First put the cursor into the cell that the comment is about.</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>上报包</source>
        <translation>Upload package</translation>
    </message>
    <message>
        <source>Excel 表格</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>Word 文档</source>
        <translation>Word document</translation>
    </message>
    <message>
        <source>指标清单</source>
        <translation>Indicator list</translation>
    </message>
    <message>
        <source>JSON 数据</source>
        <translation>JSON data</translation>
    </message>
    <message>
        <source>校验码 {code}</source>
        <translation>code {code}</translation>
    </message>
    <message>
        <source>{form}还没有导出过。</source>
        <translation>{form} was never exported.</translation>
    </message>
    <message>
        <source>{form}，导出过 {count} 次</source>
        <translation>{form}, exported {count} times</translation>
    </message>
    <message>
        <source>{form}，导出过 {count} 次，还有 {left} 条意见没有改好</source>
        <translation>{form}, exported {count} times, {left} comments still open</translation>
    </message>
</context>
<context>
    <name>AnswersDialog</name>
    <message>
        <source>上报回复</source>
        <translation>Replies</translation>
    </message>
    <message>
        <source>自评表</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>哪一次导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>回复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Comments</translation>
    </message>
    <message>
        <source>新意见</source>
        <translation>New comments</translation>
    </message>
    <message>
        <source>添加意见</source>
        <translation>Add comments</translation>
    </message>
    <message>
        <source>对应光标所在的格</source>
        <translation>Tie to the cell with the cursor</translation>
    </message>
    <message>
        <source>到这一格</source>
        <translation>Go to the cell</translation>
    </message>
    <message>
        <source>删除意见</source>
        <translation>Delete comment</translation>
    </message>
    <message>
        <source>还没有回复</source>
        <translation>No reply yet</translation>
    </message>
    <message>
        <source>已接收</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>写下或粘贴退回意见，一行一条</source>
        <translation>Write or paste the comments, one a line</translation>
    </message>
    <message>
        <source>意见（改好后打勾）</source>
        <translation>Comment (tick when done)</translation>
    </message>
    <message>
        <source>对应的格</source>
        <translation>Cell</translation>
    </message>
</context>
<context>
    <name>BackupCommands</name>
    <message>
        <source>已备份到 {0}，读回核对无误。</source>
        <translation>Backed up to {0}; read back without a difference.</translation>
    </message>
    <message>
        <source>还没有备份。备份会放在 {0}。</source>
        <translation>There is no backup yet. Backups will be kept in {0}.</translation>
    </message>
    <message>
        <source>正在备份到 {0}。可以继续录入，先不要拔下U盘。</source>
        <translation>Backing up to {0}. You can go on typing; do not unplug the stick yet.</translation>
    </message>
    <message>
        <source>正在备份到 {0}，先不要拔下U盘…</source>
        <translation>Backing up to {0}; please leave the USB stick in…</translation>
    </message>
    <message>
        <source>已备份到 {0}，已打开核对，与台账一致。</source>
        <translation>Backed up to {0}; the copy was opened and agrees with the ledger.</translation>
    </message>
    <message>
        <source>备份到 {0} 已停止，那里没有留下这一份。需要时请再备份一次。</source>
        <translation>The backup to {0} was stopped; nothing of it was left there. Please back up again when you need it.</translation>
    </message>
    <message>
        <source>换个位置…</source>
        <translation>Another place…</translation>
    </message>
</context>
<context>
    <name>BackupFormsModel</name>
    <message>
        <source>未填项目名称</source>
        <translation>No project name</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>项目名称</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>实施单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>改动时间</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>与现在比</source>
        <translation>Now</translation>
    </message>
</context>
<context>
    <name>BackupScheduler</name>
    <message>
        <source>正在备份台账…</source>
        <translation>Backing up the ledger…</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>打开时</source>
        <translation>on opening</translation>
    </message>
    <message>
        <source>定时</source>
        <translation>timed</translation>
    </message>
    <message>
        <source>关闭时</source>
        <translation>on closing</translation>
    </message>
    <message>
        <source>手动</source>
        <translation>by hand</translation>
    </message>
    <message>
        <source>升级前</source>
        <translation>before upgrade</translation>
    </message>
    <message>
        <source>导入前</source>
        <translation>before import</translation>
    </message>
    <message>
        <source>结转前</source>
        <translation>before carry-over</translation>
    </message>
    <message>
        <source>恢复前</source>
        <translation>before restore</translation>
    </message>
    <message>
        <source>相同</source>
        <translation>same</translation>
    </message>
    <message>
        <source>已改动</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>现在没有</source>
        <translation>missing now</translation>
    </message>
    <message>
        <source>备份里没有</source>
        <translation>not in backup</translation>
    </message>
    <message>
        <source>{at}（晚于现在）</source>
        <translation>{at} (later than now)</translation>
    </message>
    <message>
        <source>今天 {time}</source>
        <translation>today {time}</translation>
    </message>
    <message>
        <source>昨天 {time}</source>
        <translation>yesterday {time}</translation>
    </message>
    <message>
        <source>{days} 天前</source>
        <translation>{days} days ago</translation>
    </message>
    <message>
        <source>用 {when} 的备份恢复…</source>
        <translation>Restore the backup of {when}…</translation>
    </message>
    <message>
        <source>这份备份里有 {count} 张表</source>
        <translation>This backup holds {count} forms</translation>
    </message>
    <message>
        <source>{text}；与现在的台账相比：{parts}</source>
        <translation>{text}; compared with the present ledger: {parts}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>最近备份 {backup} · U盘备份 {away}</source>
        <translation>Last backup {backup} · USB backup {away}</translation>
    </message>
    <message>
        <source>备份 {backup} · U盘 {away}</source>
        <translation>Backup {backup} · USB {away}</translation>
    </message>
    <message>
        <source>备份 {backup}</source>
        <translation>Backup {backup}</translation>
    </message>
    <message>
        <source>最近备份 {backup} · ! U盘备份 {away}</source>
        <translation>Last backup {backup} · ! USB backup {away}</translation>
    </message>
    <message>
        <source>备份 {backup} · ! U盘 {away}</source>
        <translation>Backup {backup} · ! USB {away}</translation>
    </message>
    <message>
        <source>! U盘备份 {away}</source>
        <translation>! USB {away}</translation>
    </message>
    <message>
        <source>! 最近备份 {at} 晚于现在，系统时间可能被改过</source>
        <translation>! Last backup {at} is later than now; the system clock may have been changed</translation>
    </message>
    <message>
        <source>! 系统时间可能被改过</source>
        <translation>! The system clock may have been changed</translation>
    </message>
    <message>
        <source>! 时间有误</source>
        <translation>! Wrong time</translation>
    </message>
    <message>
        <source>× 备份失败：{why} · 最近备份 {backup}</source>
        <translation>× Backup failed: {why} · last backup {backup}</translation>
    </message>
    <message>
        <source>× 备份失败：{why}</source>
        <translation>× Backup failed: {why}</translation>
    </message>
    <message>
        <source>× 备份失败</source>
        <translation>× Backup failed</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>备份失败：{why}</source>
        <translation>Backup failed: {why}</translation>
    </message>
    <message>
        <source>录入的内容照常保存在台账里。</source>
        <translation>What you type is saved in the ledger as usual.</translation>
    </message>
    <message>
        <source>这个台账还没有备份</source>
        <translation>This ledger has no backup yet</translation>
    </message>
    <message>
        <source>最近备份：{at}（{reason}）</source>
        <translation>Last backup: {at} ({reason})</translation>
    </message>
    <message>
        <source>这个时间晚于现在，系统时间可能被改过；备份的先后按序号排列，不受影响。</source>
        <translation>This time is later than now; the system clock may have been changed. Backups are ordered by their number, which no clock affects.</translation>
    </message>
    <message>
        <source>备份文件夹：{folder}</source>
        <translation>Backup folder: {folder}</translation>
    </message>
    <message>
        <source>还没有备份到U盘</source>
        <translation>Not backed up to a USB stick yet</translation>
    </message>
    <message>
        <source>U盘备份：{at}（{folder}）</source>
        <translation>USB backup: {at} ({folder})</translation>
    </message>
    <message>
        <source>U盘备份已是几天前的，该再备份一次了（文件 › 备份到U盘）。</source>
        <translation>The USB backup is some days old; it is time for another one (File › Back up to a USB stick).</translation>
    </message>
    <message>
        <source>点击打开备份文件夹</source>
        <translation>Click to open the backup folder</translation>
    </message>
</context>
<context>
    <name>BackupsModel</name>
    <message>
        <source>备份时间</source>
        <translation>Backup of</translation>
    </message>
    <message>
        <source>缘由</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>BalanceDialog</name>
    <message>
        <source>分值配平</source>
        <translation>Balance Weights</translation>
    </message>
    <message>
        <source>差额分法</source>
        <translation>Deal Out</translation>
    </message>
    <message>
        <source>平均分给各行</source>
        <translation>Evenly to all rows</translation>
    </message>
    <message>
        <source>按各行分值的比例分</source>
        <translation>In proportion to the weights</translation>
    </message>
    <message>
        <source>配平到</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>表样规定的各类分值</source>
        <translation>Each class has what the template asks for</translation>
    </message>
    <message>
        <source>只把合计补足，各类之间不论</source>
        <translation>The total is right, whatever the classes have</translation>
    </message>
    <message>
        <source>各行分值</source>
        <translation>Weights of the Rows</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>配平后</source>
        <translation>Balanced</translation>
    </message>
    <message>
        <source>配平</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>{0}，应为 {1}</source>
        <translation>{0}, should be {1}</translation>
    </message>
    <message>
        <source>全部指标</source>
        <translation>All indicators</translation>
    </message>
    <message>
        <source>（未填名称）</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>{0}配不平：没有可以分的行，或有分值读不出来，或每行不足 0.5 分。</source>
        <translation>{0} cannot be balanced: there are no rows, or a weight cannot be read, or a row would get less than 0.5. </translation>
    </message>
    <message>
        <source>分值已经配平，不用改动。</source>
        <translation>The weights add up; nothing needs to change.</translation>
    </message>
    <message>
        <source>加粗的是要改的分值，改后可以撤销。</source>
        <translation>Weights in bold would change; this can be undone.</translation>
    </message>
</context>
<context>
    <name>BatchCommands</name>
    <message>
        <source>自评表-{0}张</source>
        <translation>forms-{0}</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out pages…</translation>
    </message>
    <message>
        <source>自评表 {0} 张</source>
        <translation>{0} self-evaluation forms</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>批量打印</source>
        <translation>Print forms</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Output</translation>
    </message>
    <message>
        <source>附封面清单</source>
        <translation>With a cover list</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印，作为一个作业</source>
        <translation>Print as one job</translation>
    </message>
    <message>
        <source>保存为一个 PDF</source>
        <translation>Save as one PDF</translation>
    </message>
    <message>
        <source>每张表保存一个 PDF</source>
        <translation>Save one PDF per form</translation>
    </message>
    <message>
        <source>列出各表的项目名称、实施单位、总分、页数和校验码</source>
        <translation>Lists the project, unit, total, pages and code of each form</translation>
    </message>
    <message>
        <source>保存…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>请至少选一张表。</source>
        <translation>Choose at least one form.</translation>
    </message>
    <message>
        <source>这台电脑没有安装打印机，可以改为保存 PDF。</source>
        <translation>No printer is installed on this computer. You can save a PDF instead.</translation>
    </message>
    <message>
        <source>其中 {0} 张表还有错误或没有认可的结转值，会印“草稿”字样，不记为已打印。</source>
        <translation>Forms with errors or unconfirmed carried values: {0}. They carry the word 草稿 (draft) and are not marked as printed.</translation>
    </message>
    <message>
        <source>{0} 张表，各 {1} 份。</source>
        <translation>Forms: {0}; copies of each: {1}.</translation>
    </message>
    <message>
        <source>{0} 张表。接着选择保存到哪里。</source>
        <translation>Forms: {0}. Next you choose where to save them.</translation>
    </message>
</context>
<context>
    <name>BlankFormDialog</name>
    <message>
        <source>空白表</source>
        <translation>Blank form</translation>
    </message>
    <message>
        <source>表样</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>指标行数</source>
        <translation>Indicator rows</translation>
    </message>
    <message>
        <source>金额单位</source>
        <translation>Money unit</translation>
    </message>
    <message>
        <source>印上一级、二级指标的名称</source>
        <translation>Print the names of first and second levels</translation>
    </message>
    <message>
        <source>指标名称</source>
        <translation>Indicator names</translation>
    </message>
    <message>
        <source>共 {0} 页。格子的高度适合用笔填写。</source>
        <translation>Pages: {0}. The cells are high enough for a pen.</translation>
    </message>
</context>
<context>
    <name>BlockCommands</name>
    <message>
        <source>剪贴板里没有表格。请先在 Excel、WPS 或 Word 里选定若干格并复制，再粘贴。</source>
        <translation>There is no table on the clipboard. Select cells in Excel, WPS or Word and copy them first, then paste.</translation>
    </message>
    <message>
        <source>剪贴板里没有完整的自评表。请在 Excel、WPS、Word 或 PDF 里从标题到总分选定整张表并复制，再粘贴。</source>
        <translation>There is no whole form on the clipboard. Select and copy the whole table in Excel, WPS, Word or a PDF, from the title to the total, then paste.</translation>
    </message>
    <message>
        <source>有些行没有显示，粘贴会盖住它们。请先取消“只看问题行”（Ctrl+F8），再粘贴。</source>
        <translation>Some rows are not shown, and what you paste would cover them. Turn off “Only Rows with Problems” (Ctrl+F8) first, then paste.</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>没有放进去的内容</source>
        <translation>What Was Left Out</translation>
    </message>
    <message>
        <source>下列内容没有放进表里，其余的都已放进去。一次“撤销”可以恢复粘贴以前的样子。</source>
        <translation>The following did not go into the table; everything else did. One Undo brings back what was there before.</translation>
    </message>
    <message>
        <source>正在粘贴…</source>
        <translation>Pasting …</translation>
    </message>
    <message>
        <source>正在读取剪贴板…</source>
        <translation>Reading the clipboard…</translation>
    </message>
</context>
<context>
    <name>CarryDialog</name>
    <message>
        <source>从上年结转</source>
        <translation>Carry Over</translation>
    </message>
    <message>
        <source>结转到的年度</source>
        <translation>Year to carry over into</translation>
    </message>
    <message>
        <source>文字里的年份</source>
        <translation>Years in the texts</translation>
    </message>
    <message>
        <source>结转</source>
        <translation>Carry Over</translation>
    </message>
    <message>
        <source>结转到</source>
        <translation>Into</translation>
    </message>
    <message>
        <source>带来</source>
        <translation>Take along</translation>
    </message>
    <message>
        <source>文字里的年份，勾选的改为新年度：</source>
        <translation>Years in the texts; ticked ones become the new year:</translation>
    </message>
    <message>
        <source>文字里没有提到年份。</source>
        <translation>The texts name no year.</translation>
    </message>
    <message>
        <source>请在左边至少选一张表。</source>
        <translation>Choose at least one form on the left.</translation>
    </message>
    <message>
        <source>请至少选一部分。</source>
        <translation>Choose at least one part.</translation>
    </message>
    <message>
        <source>{year} 年度已经有其中 {count} 个项目的表，结转后会有两张。</source>
        <translation>Projects that have a form in {year} already: {count}. They will have two.</translation>
    </message>
    <message>
        <source>将新建 {count} 张表，原表不变，可以撤销。带来的值都认可以后才能正式打印。</source>
        <translation>New forms: {count}. Their sources stay as they are; this can be undone. The final print waits until all carried values are confirmed.</translation>
    </message>
</context>
<context>
    <name>CarryOver</name>
    <message>
        <source>基本信息</source>
        <translation>Basics</translation>
    </message>
    <message>
        <source>项目名称、主管部门、实施单位和随单位的内容</source>
        <translation>Project name, department, unit and what goes with the unit</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Goals</translation>
    </message>
    <message>
        <source>预期目标；实际完成情况清空</source>
        <translation>Expected goals; what was done is blank</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>各级指标、年度指标值和分值；完成值、得分、偏差原因清空</source>
        <translation>Indicators of all levels, targets and weights; results, scores and reasons are blank</translation>
    </message>
    <message>
        <source>资金</source>
        <translation>Funds</translation>
    </message>
    <message>
        <source>年初预算数和全年预算数照抄上年；执行数清空</source>
        <translation>Initial and annual budget as last year; spending is blank</translation>
    </message>
    <message>
        <source>执行数、完成情况、完成值、得分和原因一律清空；目标值和分值保留。</source>
        <translation>Spending, results, scores and reasons are always blank; targets and weights are kept.</translation>
    </message>
    <message>
        <source>{place}&#x3000;“{before}” → “{after}”</source>
        <translation>{place}  “{before}” → “{after}”</translation>
    </message>
    <message>
        <source>已结转 {forms} 张表到 {year} 年度，共 {waiting} 格的值等待认可（Ctrl+K）。</source>
        <translation>Carried over into {year}: {forms}. Values to confirm (Ctrl+K): {waiting}.</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>更新内容</source>
        <translation>What Is New</translation>
    </message>
    <message>
        <source>以后可以在“帮助”菜单里再看。</source>
        <translation>You find this in the Help menu later.</translation>
    </message>
</context>
<context>
    <name>CheckCommands</name>
    <message>
        <source>没有发现问题。</source>
        <translation>Nothing was found.</translation>
    </message>
    <message>
        <source>请先在检查结果里选一条提醒或提示。</source>
        <translation>First choose a warning or a hint in the list of findings.</translation>
    </message>
    <message>
        <source>错误不能用说明代替，请改正。</source>
        <translation>An error cannot be explained away. Please correct it.</translation>
    </message>
    <message>
        <source>已记下理由，不再提醒；有关的内容改了会重新提醒。</source>
        <translation>The reason is kept. There is no further notice until what it is about changes.</translation>
    </message>
    <message>
        <source>已撤回说明。</source>
        <translation>The explanation is withdrawn.</translation>
    </message>
</context>
<context>
    <name>Checkup</name>
    <message>
        <source>资金与预算</source>
        <translation>Money and budget</translation>
    </message>
    <message>
        <source>指标设得合不合适</source>
        <translation>Choice of indicators</translation>
    </message>
    <message>
        <source>完成值站不站得住</source>
        <translation>Do the results hold?</translation>
    </message>
    <message>
        <source>得分与理由</source>
        <translation>Scores and reasons</translation>
    </message>
    <message>
        <source>文字与名称</source>
        <translation>Texts and names</translation>
    </message>
    <message>
        <source>这个项目今年有没有资金？没有的话为什么还要自评？</source>
        <translation>Did this project have money this year? If not, why is it evaluated?</translation>
    </message>
    <message>
        <source>钱为什么没有按计划花出去？</source>
        <translation>Why was the money not spent as planned?</translation>
    </message>
    <message>
        <source>年中预算为什么调整，依据哪份批复？</source>
        <translation>Why was the budget changed during the year, and by which approval?</translation>
    </message>
    <message>
        <source>结余这么多，是预算做大了，还是事情没有做完？</source>
        <translation>So much is left: was the budget too large, or is the work unfinished?</translation>
    </message>
    <message>
        <source>钱没有花完，指标怎么几乎都完成了？</source>
        <translation>The money was not used up, so how were nearly all targets met?</translation>
    </message>
    <message>
        <source>执行率这么低，总分为什么还这么高？</source>
        <translation>Why is the total so high with so little spent?</translation>
    </message>
    <message>
        <source>预算执行已经单独计分，为什么又作为一条指标再算一次？</source>
        <translation>Spending has a score of its own already. Why is it counted again as an indicator?</translation>
    </message>
    <message>
        <source>这一类指标的分值为什么与规定的不同？</source>
        <translation>Why does this class of indicators carry another weight than the rules set?</translation>
    </message>
    <message>
        <source>这一组指标的分值为什么与规定的不同？</source>
        <translation>Why does this group of indicators carry another weight than the rules set?</translation>
    </message>
    <message>
        <source>同一条指标为什么写了两遍？</source>
        <translation>Why is the same indicator listed twice?</translation>
    </message>
    <message>
        <source>两条指标这么像，是不是同一件事？两处的要求为什么不一样？</source>
        <translation>These two indicators are so alike: are they the same thing? Why do they ask for different things?</translation>
    </message>
    <message>
        <source>为什么缺了这一类指标？</source>
        <translation>Why is this class of indicators missing?</translation>
    </message>
    <message>
        <source>分值是怎样定的，看得出哪项更重要吗？</source>
        <translation>How were the weights set? Do they show what matters more?</translation>
    </message>
    <message>
        <source>比率最高就是 100%，怎么要求大于等于 100%？</source>
        <translation>A rate is 100% at most. How can the target be 100% or more?</translation>
    </message>
    <message>
        <source>名称说的是数量或比率，目标为什么没有数字？</source>
        <translation>The name is that of a quantity or rate. Why does the target have no figure?</translation>
    </message>
    <message>
        <source>满意度是怎样调查的，结果是百分之几？</source>
        <translation>How was satisfaction surveyed, and what percentage came out?</translation>
    </message>
    <message>
        <source>目标是 0，怎样算完成了多少？</source>
        <translation>With a target of 0, how is it measured how much was achieved?</translation>
    </message>
    <message>
        <source>超额这么多，是不是当初目标定低了？</source>
        <translation>The target was far exceeded. Was it set too low?</translation>
    </message>
    <message>
        <source>这一项完成得怎样，凭什么得分？</source>
        <translation>How well was this done, and what is the score based on?</translation>
    </message>
    <message>
        <source>定性的指标做了哪些事，能不能说具体？</source>
        <translation>What was done for this qualitative indicator? Can it be told in detail?</translation>
    </message>
    <message>
        <source>目标是数字，实际完成了多少？</source>
        <translation>The target is a figure. How much was achieved?</translation>
    </message>
    <message>
        <source>实际完成的到底是多少？带“≥”看不出确切的数。</source>
        <translation>How much was it exactly? A sign such as “≥” does not tell.</translation>
    </message>
    <message>
        <source>目标和完成值的单位不一样，怎样比较？</source>
        <translation>Target and result have different units. How are they compared?</translation>
    </message>
    <message>
        <source>这里的符号是什么意思？</source>
        <translation>What does this sign mean?</translation>
    </message>
    <message>
        <source>每项都刚好完成、都是满分，是实测的结果，还是照抄了目标？</source>
        <translation>Everything was met exactly and has full marks. Was it measured, or copied from the targets?</translation>
    </message>
    <message>
        <source>完成值怎么是负数？</source>
        <translation>How can the result be negative?</translation>
    </message>
    <message>
        <source>执行率得分与算出来的不同，是按什么办法算的？</source>
        <translation>The score for spending is not the calculated one. How was it worked out?</translation>
    </message>
    <message>
        <source>目标完成了，为什么还扣分？</source>
        <translation>The target was met. Why were points taken off?</translation>
    </message>
    <message>
        <source>扣了分，原因却写“无”，到底是什么原因？</source>
        <translation>Points were lost, yet the reason says “none”. What was the reason?</translation>
    </message>
    <message>
        <source>原因说清了，打算怎样改进？</source>
        <translation>The reason is clear. What will be improved, and how?</translation>
    </message>
    <message>
        <source>实际完成情况和目标写得一样，究竟做成了什么？</source>
        <translation>The outcome reads like the goal. What was really achieved?</translation>
    </message>
    <message>
        <source>能不能写短一些？超过了规定的字数。</source>
        <translation>Can this be shorter? It is over the set length.</translation>
    </message>
    <message>
        <source>这里写的年份不是本年度，是不是用了往年的文字？</source>
        <translation>The year named here is not the form’s. Was the text taken from an earlier year?</translation>
    </message>
    <message>
        <source>文字里有多余的空格或全角数字，是不是从别处粘贴来的？</source>
        <translation>There are stray spaces or full-width digits. Was the text pasted from elsewhere?</translation>
    </message>
    <message>
        <source>公开以前，电话和身份证号码要不要去掉？</source>
        <translation>Should phone and identity numbers go before it is published?</translation>
    </message>
    <message>
        <source>同一年有两张同名的表，是不是重复填报？</source>
        <translation>Two forms of this year have the same name. Was it filed twice?</translation>
    </message>
    <message>
        <source>没有发现容易被问到的地方。</source>
        <translation>Nothing was found that invites a question.</translation>
    </message>
    <message>
        <source>审核的人可能会问 {count} 个问题。先想好怎么答，或写明理由。</source>
        <translation>A reviewer may ask {count} questions. Think of the answers, or write the reasons down.</translation>
    </message>
    <message>
        <source>可能会问</source>
        <translation>May be asked</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>表里的情况</source>
        <translation>What the form shows</translation>
    </message>
    <message>
        <source>已写的理由</source>
        <translation>Reason given</translation>
    </message>
    <message>
        <source>填报质量体检</source>
        <translation>Quality Check-up</translation>
    </message>
    <message>
        <source>全部项目都是 100 分，自评是不是走了形式？</source>
        <translation>Every project has 100 points: was the self-evaluation a mere formality?</translation>
    </message>
    <message>
        <source>比规定的时间晚了，为什么还是满分？</source>
        <translation>It was done later than set: why full marks?</translation>
    </message>
    <message>
        <source>工作还没有办完或验收，满分从何而来？</source>
        <translation>The work is not finished or accepted: where do the full marks come from?</translation>
    </message>
    <message>
        <source>钱几乎没花，这些数量是用什么钱完成的？</source>
        <translation>Hardly any money was spent: what paid for these quantities?</translation>
    </message>
    <message>
        <source>没有人投诉就算满意吗？问卷发了多少，收回多少？</source>
        <translation>Does no complaint mean satisfied? How many questionnaires went out, how many came back?</translation>
    </message>
    <message>
        <source>这里要的是百分比，这个金额占多少？</source>
        <translation>A percentage is asked for here: how much is this amount?</translation>
    </message>
    <message>
        <source>成本指标写成“≥”，是不是鼓励多花钱？</source>
        <translation>A cost with “≥”: is spending more encouraged?</translation>
    </message>
    <message>
        <source>这个百分数是怎样算出来的，分子和分母各是什么？</source>
        <translation>How was this percentage worked out: what over what?</translation>
    </message>
    <message>
        <source>付了款算什么产出？钱换来了什么？</source>
        <translation>How is paying an output? What did the money buy?</translation>
    </message>
    <message>
        <source>产出和效益里是同一个指标，效益究竟体现在哪里？</source>
        <translation>Output and benefit have the same indicator: where is the benefit?</translation>
    </message>
    <message>
        <source>这些人和本项目有什么关系，为什么问他们满意不满意？</source>
        <translation>What have these people to do with the project, and why are they asked?</translation>
    </message>
    <message>
        <source>几件事放在一个指标里，只完成一部分怎样算分？</source>
        <translation>Several tasks in one indicator: how is it scored when only some are done?</translation>
    </message>
    <message>
        <source>金额对不上，是不是把元和万元弄混了，或者写的不是本年度的金额？</source>
        <translation>The amounts do not agree: were yuan and ten thousand yuan mixed up, or is this not the year&apos;s amount?</translation>
    </message>
    <message>
        <source>这里写的和得分或执行率对不上，以哪个为准？</source>
        <translation>This does not agree with the score or the execution rate: which one holds?</translation>
    </message>
    <message>
        <source>为什么整段文字都在引号里，是引用的吗？</source>
        <translation>Why does the whole text stand in quotation marks: is it quoted?</translation>
    </message>
    <message>
        <source>得分高于实际完成的情况</source>
        <translation>score above what was done</translation>
    </message>
    <message>
        <source>第 4 条，指标无法考核</source>
        <translation>rule 4: cannot be checked</translation>
    </message>
    <message>
        <source>第 5 条，满意度没有依据</source>
        <translation>rule 5: satisfaction without a basis</translation>
    </message>
    <message>
        <source>第 8 条，一个指标几件事</source>
        <translation>rule 8: several tasks in one</translation>
    </message>
    <message>
        <source>第 10 条，同一指标只算一个</source>
        <translation>rule 10: one of two alike counts</translation>
    </message>
    <message>
        <source>第 12 条，以付款作指标</source>
        <translation>rule 12: paying as an indicator</translation>
    </message>
    <message>
        <source>自评 {own} 分，若按复核口径约 {reviewed} 分。这是按一份审核底稿的扣分规则估计的，各地不一；每行只计最重的一条。</source>
        <translation>Your own total is {own}; by a reviewer&apos;s rules about {reviewed}. This is an estimate from the working papers of one reviewing firm, places differ; each row counts once, by its dearest finding.</translation>
    </message>
    <message>
        <source>复核可能扣 {points} 分（{rule}）</source>
        <translation>Reviewers may take {points} points ({rule})</translation>
    </message>
</context>
<context>
    <name>CheckupDialog</name>
    <message>
        <source>填报质量体检</source>
        <translation>Quality Check-up</translation>
    </message>
    <message>
        <source>可能会问多少</source>
        <translation>How many questions</translation>
    </message>
    <message>
        <source>可能会问的问题</source>
        <translation>Possible questions</translation>
    </message>
    <message>
        <source>✓ 已写理由：{0}</source>
        <translation>✓ Reason given: {0}</translation>
    </message>
    <message>
        <source>双击或回车跳到该处。这里没有对错，只是提前想一想。</source>
        <translation>Double-click or press Enter to go there. Nothing here is right or wrong; it is only to think ahead.</translation>
    </message>
    <message>
        <source>按复核口径估计</source>
        <translation>Estimate by a reviewer&apos;s rules</translation>
    </message>
</context>
<context>
    <name>ColumnCommands</name>
    <message>
        <source>指标表的列</source>
        <translation>Columns of the indicator table</translation>
    </message>
    <message>
        <source>请先在左边选一张表</source>
        <translation>Choose a form at the left first</translation>
    </message>
    <message>
        <source>恢复原来的列和列宽</source>
        <translation>Restore all columns and widths</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>{id} 号表“{name}”：{told}</source>
        <translation>Form {id} &quot;{name}&quot;: {told}</translation>
    </message>
    <message>
        <source>返回值：0 完成，1 部分完成或有错误，2 不能处理，3 程序出错。</source>
        <translation>Exit codes: 0 done, 1 done in part or errors found, 2 unusable input, 3 fault of the program.</translation>
    </message>
    <message>
        <source>显示版本</source>
        <translation>Show the version</translation>
    </message>
    <message>
        <source>新建空台账</source>
        <translation>Make an empty ledger</translation>
    </message>
    <message>
        <source>导入自评表，一个文件有一处不对就整个不导入</source>
        <translation>Import forms; a file with one fault is refused whole</translation>
    </message>
    <message>
        <source>不论文件里写的是哪个，都按这个表样读</source>
        <translation>Read files under this template, whichever they name</translation>
    </message>
    <message>
        <source>列出台账中的自评表</source>
        <translation>List the forms of a ledger</translation>
    </message>
    <message>
        <source>检查，有错误时返回 1</source>
        <translation>Check; 1 when errors were found</translation>
    </message>
    <message>
        <source>打印为 PDF；有错误的带草稿字样，加 --final 则不打印</source>
        <translation>Print to PDF; forms with errors carry a draft mark, with --final they are left out</translation>
    </message>
    <message>
        <source>打印到一个 PDF 文件，或一个文件夹，每张表一个文件</source>
        <translation>Print to one PDF file, or to a folder with a file for each form</translation>
    </message>
    <message>
        <source>有错误或有未认可的结转值的表不打印</source>
        <translation>Leave out forms with errors or with carried values that are not confirmed</translation>
    </message>
    <message>
        <source>写到这个文件或文件夹</source>
        <translation>Write to this file or folder</translation>
    </message>
    <message>
        <source>格式；list 是指标清单，package 是上报包</source>
        <translation>The format; list is the list of indicators, package the package for upload</translation>
    </message>
    <message>
        <source>核对台账内容是否完好</source>
        <translation>Check that a ledger is intact</translation>
    </message>
    <message>
        <source>备份台账</source>
        <translation>Back up a ledger</translation>
    </message>
    <message>
        <source>绩效自评：不打开窗口，检查、打印、导出项目支出绩效自评表。</source>
        <translation>Selfeval: check, print and export performance self-evaluation forms without a window.</translation>
    </message>
    <message>
        <source>没有命令“{name}”</source>
        <translation>There is no command “{name}”</translation>
    </message>
    <message>
        <source>没有选项 {name}</source>
        <translation>There is no option {name}</translation>
    </message>
    <message>
        <source>缺少 {name}</source>
        <translation>{name} is missing</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>整数</source>
        <translation>a whole number</translation>
    </message>
    <message>
        <source>{name} 后面应为{wanted}</source>
        <translation>{name} takes {wanted}</translation>
    </message>
    <message>
        <source>选项 {name} 后面缺少内容</source>
        <translation>Option {name} lacks its value</translation>
    </message>
    <message>
        <source>命令的写法不对</source>
        <translation>The command is not written correctly</translation>
    </message>
    <message>
        <source>{told}。请用 selfeval --help 查看用法。</source>
        <translation>{told}. See selfeval --help.</translation>
    </message>
    <message>
        <source>已新建台账：{path}</source>
        <translation>Ledger made: {path}</translation>
    </message>
    <message>
        <source>导出到一个文件或一个文件夹；package 是上报包，有错误的表不能进</source>
        <translation>export to one file or a folder; a package is for upload and takes no form with errors</translation>
    </message>
    <message>
        <source>备份到这个文件；不写就存到程序自己的备份文件夹</source>
        <translation>Back up to this file; without it, to the program&apos;s own folder of backups</translation>
    </message>
    <message>
        <source>用备份建立新的台账；LEDGER 是新名称</source>
        <translation>Make a new ledger from a backup; LEDGER is the new name</translation>
    </message>
    <message>
        <source>用法：{written}</source>
        <translation>Usage: {written}</translation>
    </message>
    <message>
        <source>选项：</source>
        <translation>Options:</translation>
    </message>
    <message>
        <source>命令：</source>
        <translation>Commands:</translation>
    </message>
    <message>
        <source>{path}：{told}</source>
        <translation>{path}: {told}</translation>
    </message>
    <message>
        <source>已写入上报包：{path}（{forms} 张表，读回核对 {cells} 格，没有差异）</source>
        <translation>Upload package written: {path} ({forms} forms, {cells} cells read back, no difference)</translation>
    </message>
    <message>
        <source>台账 {path} 中还没有自评表，没有写任何文件。请先导入或新建。</source>
        <translation>The ledger {path} has no forms yet; no file was written. Import or make one first.</translation>
    </message>
    <message>
        <source>{id} 号表“{name}”有 {errors} 个错误，没有打印。请改正后再打印。</source>
        <translation>Form {id} “{name}” has {errors} errors and was not printed. Correct them, then print it.</translation>
    </message>
    <message>
        <source>{id} 号表“{name}”有 {errors} 个错误，还有 {waiting} 格结转的值没有认可，没有打印。请改正、核对后再打印。</source>
        <translation>Form {id} “{name}” has errors: {errors}, and unconfirmed carried values: {waiting}. It was not printed. Correct and confirm, then print again.</translation>
    </message>
    <message>
        <source>{id} 号表“{name}”还有 {waiting} 格结转的值没有认可，没有打印。请在窗口中核对、认可后再打印。</source>
        <translation>Form {id} “{name}” has unconfirmed carried values: {waiting}. It was not printed. Check and confirm them in the window, then print again.</translation>
    </message>
    <message>
        <source>没有写 {path}，原有内容没有改动。请先改正上述各表。</source>
        <translation>{path} was not written and what was there is unchanged. Correct the forms named above first.</translation>
    </message>
    <message>
        <source>已写入：{path}</source>
        <translation>Written: {path}</translation>
    </message>
    <message>
        <source>台账正被占用或不能写入，文件已写好，但台账中没有记录这次操作。</source>
        <translation>The files were written, but nothing was recorded: the ledger is in use or cannot be written.</translation>
    </message>
    <message>
        <source>台账完好，共 {forms} 张自评表。</source>
        <translation>The ledger is intact; forms: {forms}.</translation>
    </message>
    <message>
        <source>已备份到：{path}</source>
        <translation>Backed up to: {path}</translation>
    </message>
    <message>
        <source>已恢复到：{path}，共 {forms} 张自评表。备份没有改动。</source>
        <translation>Restored to: {path}, {forms} forms. The backup was not changed.</translation>
    </message>
    <message>
        <source>导入前没有备份成：{told}导入照常进行。</source>
        <translation>No backup could be made before importing: {told} The import goes on.</translation>
    </message>
    <message>
        <source>已中断。</source>
        <translation>Interrupted.</translation>
    </message>
    <message>
        <source>结果没有全部写出来（{reason}），已经做完的都在。请腾出空间，再用 list 查看台账。</source>
        <translation>Not all results could be written ({reason}); what was done is kept. Free some space, then look at the ledger with list.</translation>
    </message>
    <message>
        <source>程序出错，命令没有完成。台账保持上一次存好的内容，请联系维护人员。</source>
        <translation>The program failed and the command was not finished. The ledger is as last saved; please tell the maintainers.</translation>
    </message>
    <message>
        <source>程序出错，命令没有完成。台账保持上一次存好的内容，请把日志 {path} 交给维护人员。</source>
        <translation>The program failed and the command was not finished. The ledger is as last saved; please send the log {path} to the maintainers.</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>执行率</source>
        <translation>Execution rate</translation>
    </message>
    <message>
        <source>总分</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>项目名称</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>实施单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>检查结果</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>{id} 号表 {name}</source>
        <translation>Form {id} {name}</translation>
    </message>
    <message>
        <source>执行率 {rate}</source>
        <translation>Execution rate {rate}</translation>
    </message>
    <message>
        <source>总分 {score}</source>
        <translation>Total {score}</translation>
    </message>
    <message>
        <source>  {severity}  {place}：{sentence}</source>
        <translation>  {severity}  {place}: {sentence}</translation>
    </message>
    <message>
        <source>（未填项目名称）</source>
        <translation>(no project name)</translation>
    </message>
    <message>
        <source>用中文或英文显示</source>
        <translation>Speak Chinese or English</translation>
    </message>
    <message>
        <source>显示用法</source>
        <translation>Show this help</translation>
    </message>
    <message>
        <source>只处理这张表，可以写几次；不写就是全部</source>
        <translation>Only this form; may be given several times; without it, all forms</translation>
    </message>
    <message>
        <source>输出 JSON</source>
        <translation>Print JSON</translation>
    </message>
    <message>
        <source>检查表样文件</source>
        <translation>Check a template file</translation>
    </message>
    <message>
        <source>指出表样文件的全部问题，有问题时返回 1</source>
        <translation>Name all faults of a template file; 1 where it has any</translation>
    </message>
    <message>
        <source>表样“{name}”（{id}，第 {version} 版）没有问题，可以载入。</source>
        <translation>The template “{name}” ({id}, version {version}) has no faults and can be loaded.</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>两处都改了同一张表</source>
        <translation>One form was changed in two places</translation>
    </message>
    <message>
        <source>两处的不同</source>
        <translation>What differs</translation>
    </message>
    <message>
        <source>两份都留：别处的仍是这张表，这里的另成一张新表。采用别处的：用“撤销”可以找回这里的。保留这里的：别处的另成一张新表。</source>
        <translation>Keep both: theirs stays this form, yours becomes a new one. Take theirs: Undo brings yours back. Keep mine: theirs becomes a new form.</translation>
    </message>
    <message>
        <source>两份都留</source>
        <translation>Keep both</translation>
    </message>
    <message>
        <source>采用别处的</source>
        <translation>Take theirs</translation>
    </message>
    <message>
        <source>保留这里的</source>
        <translation>Keep mine</translation>
    </message>
    <message>
        <source>先不处理</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>未填项目名称的表</source>
        <translation>Form without a project name</translation>
    </message>
    <message>
        <source>别处</source>
        <translation>someone else</translation>
    </message>
    <message>
        <source>“{name}”在这里还没有保存，{who}也改了并已存入，没有覆盖。</source>
        <translation>“{name}” is not saved here yet; {who} has changed and stored it as well. Nothing was overwritten. </translation>
    </message>
    <message>
        <source>两处有 {count} 处不同：</source>
        <translation>They differ in {count} places:</translation>
    </message>
    <message>
        <source>表里的内容相同，只有备注、理由等不同。</source>
        <translation>The form says the same; only notes, reasons and the like differ.</translation>
    </message>
    <message>
        <source>别处存入的</source>
        <translation>Stored elsewhere</translation>
    </message>
    <message>
        <source>这里的</source>
        <translation>Here</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>程序出错</source>
        <translation>Program fault</translation>
    </message>
    <message>
        <source>详细信息</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>复制详细信息</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>继续工作</source>
        <translation>Go on working</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save As…</translation>
    </message>
    <message>
        <source>另存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>详细信息（不含表单内容，可以复制给技术人员）：</source>
        <translation>Details (without what the forms say; you may pass them on):</translation>
    </message>
    <message>
        <source>程序出了错。当时没有打开的表，内容不受影响，可以继续工作。</source>
        <translation>The program had a fault. No form was open, so nothing is affected and you can go on.</translation>
    </message>
    <message>
        <source>程序出了错，最后的改动还没有保存。窗口里的内容都在，请按 Ctrl+S 再保存一次，或另存为一个新台账。</source>
        <translation>The program had a fault and the last changes are not saved yet. Everything is still in the window: press Ctrl+S to save again, or save it as a new ledger.</translation>
    </message>
    <message>
        <source>程序出了错，当前表已另存为一个新台账。可以继续工作。</source>
        <translation>The program had a fault. The open form was saved as a new ledger. You can go on.</translation>
    </message>
    <message>
        <source>程序出了错，已录入的内容已保存到 {0}。可以继续工作。</source>
        <translation>The program failed. What you entered is saved in {0}; you can go on working.</translation>
    </message>
</context>
<context>
    <name>CrashRecovery</name>
    <message>
        <source>上次没有正常结束；当时没有打开台账。</source>
        <translation>The last run did not end as it should; no ledger was open. </translation>
    </message>
    <message>
        <source>上次关闭台账“{0}”后没有备份成：{1}台账里的内容不受影响，打开台账时会再备份。</source>
        <translation>The backup after ledger “{0}” was closed last time failed: {1} The ledger&apos;s content is not affected; it will be backed up again when it is opened.</translation>
    </message>
    <message>
        <source>设置文件读不懂，改用默认设置；原来的留在 {0}。表的内容不受影响。</source>
        <translation>The settings cannot be understood, so the defaults are used; the old file is kept as {0}. The forms are not affected.</translation>
    </message>
    <message>
        <source>设置写不进 {0}，这次的选择下次不会记得。表的内容不受影响。</source>
        <translation>Settings cannot be written to {0}; what you choose holds for this run only. The forms are not affected.</translation>
    </message>
    <message>
        <source>上次结束时台账“{0}”写不进去，最后的改动另存在 {1}。</source>
        <translation>When the last run ended, the ledger “{0}” could not be written; the last changes are in {1}. </translation>
    </message>
    <message>
        <source>上次没有正常结束，台账“{0}”没有关闭。</source>
        <translation>The last run did not end as it should; the ledger “{0}” was not closed. </translation>
    </message>
    <message>
        <source>上次没有正常结束，台账“{0}”没有关闭；最后保存于 {1}。</source>
        <translation>The last run did not end as it should; the ledger “{0}” was not closed, last saved {1}. </translation>
    </message>
    <message>
        <source>上次没有正常关闭；内容完整，与上次存好时一样。</source>
        <translation>The last run was not closed; the content is complete, as it was stored last. </translation>
    </message>
    <message>
        <source>上次没有正常关闭；最后保存于 {0}，内容完整。</source>
        <translation>The last run was not closed; last saved {0}, the content is complete. </translation>
    </message>
    <message>
        <source>打开 {0}</source>
        <translation>Open {0}</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>台账是只读打开的，没有记下这次输出。</source>
        <translation>The ledger is open read-only: this output was not recorded.</translation>
    </message>
    <message>
        <source>保存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>保存为 Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>保存到文件夹</source>
        <translation>Save to folder</translation>
    </message>
    <message>
        <source>{0} 已经存在，要替换吗？</source>
        <translation>{0} exists already. Replace it?</translation>
    </message>
    <message>
        <source>{0} 等 {1} 个文件已经存在，要替换吗？</source>
        <translation>{0} and others, {1} files in all, exist already. Replace them?</translation>
    </message>
    <message>
        <source>替换文件</source>
        <translation>Replace files</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>有 {0} 张表没有写出：{1}</source>
        <translation>{0} form(s) were not written: {1}</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在检查字体…</source>
        <translation>Checking fonts…</translation>
    </message>
    <message>
        <source>下列字有的平台不收，或存进去会变。可以先回去改，也可以照样导出。</source>
        <translation>Some portals refuse or change these characters. Go back and change them, or export all the same.</translation>
    </message>
    <message>
        <source>接收方可能不收的字</source>
        <translation>Characters a receiver may refuse</translation>
    </message>
    <message>
        <source>仍然导出</source>
        <translation>Export anyway</translation>
    </message>
    <message>
        <source>标题和栏目</source>
        <translation>Title and headings</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open its folder</translation>
    </message>
    <message>
        <source>打开文件</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>已导出到 {0}。</source>
        <translation>Exported to {0}.</translation>
    </message>
    <message>
        <source>已导出 {0} 个文件到 {1}。</source>
        <translation>{0} files exported to {1}.</translation>
    </message>
    <message>
        <source>印不出的字</source>
        <translation>Characters that cannot be printed</translation>
    </message>
    <message>
        <source>下列字在所有字体里都没有，会印成方框。数据里的字不受影响。</source>
        <translation>No font has these characters, so boxes are printed in their place. The data is not affected.</translation>
    </message>
    <message>
        <source>仍然打印</source>
        <translation>Print anyway</translation>
    </message>
</context>
<context>
    <name>DerivedPrintoutCommands</name>
    <message>
        <source>还没有填了年度的自评表，没有可以汇总的内容。</source>
        <translation>No form has a year yet, so there is nothing to sum up.</translation>
    </message>
    <message>
        <source>正在汇总…</source>
        <translation>Summing up…</translation>
    </message>
    <message>
        <source>正在导出…</source>
        <translation>Exporting…</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>达成</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>部分达成</source>
        <translation>Partly met</translation>
    </message>
    <message>
        <source>未达成</source>
        <translation>Not met</translation>
    </message>
    <message>
        <source>（没有这一行）</source>
        <translation>(no such row)</translation>
    </message>
    <message>
        <source>（已删除）</source>
        <translation>(deleted)</translation>
    </message>
    <message>
        <source>{place}（原{row}）</source>
        <translation>{place} (was {row})</translation>
    </message>
    <message>
        <source>（空行）</source>
        <translation>(empty row)</translation>
    </message>
    <message>
        <source>（自动计算）</source>
        <translation>(calculated)</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>DifferencesModel</name>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>打印件上</source>
        <translation>On Paper</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>台账是只读打开的，不能修改</source>
        <translation>The ledger is open for reading only and cannot be changed</translation>
    </message>
    <message>
        <source>已保存，全部内容都在台账文件里。</source>
        <translation>Saved: everything is in the ledger file.</translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>保存为 Excel…</source>
        <translation>Save as Excel…</translation>
    </message>
    <message>
        <source>保存为 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>台账 {path} 正在使用（{holder} 起），没有改动。请在那里关闭后再试。</source>
        <translation>The ledger {path} is in use by {holder} and was not changed. Close it there, then try again.</translation>
    </message>
    <message>
        <source>台账 {path} 正由另一个窗口或命令使用，没有改动。请在那里关闭后再试。</source>
        <translation>The ledger {path} is in use by another window or command and was not changed. Close it there, then try again.</translation>
    </message>
    <message>
        <source>台账 {path} 上次由 {holder} 打开，没有正常关闭，也可能还在那里使用，没有改动。请确认那里已经关闭，删去 {lock} 后再试。</source>
        <translation>The ledger {path} was last opened by {holder} and not closed properly, or is still in use there; nothing was changed. Please make sure that it is closed there, delete {lock} and try again.</translation>
    </message>
    <message>
        <source>台账 {path} 旁边留有锁文件，可能有别的电脑正在使用，没有改动。请确认别处都已关闭，删去 {lock} 后再试。</source>
        <translation>A lock file lies beside the ledger {path}; another PC may be using it, nothing was changed. Please make sure that it is closed everywhere, delete {lock} and try again.</translation>
    </message>
    <message>
        <source>{form_id} 号表“{project_name}”还有 {unconfirmed} 处导入或结转来的值没有核对，没有写上报包。请核对后点“认可”，再导出。</source>
        <translation>Form {form_id} “{project_name}” still has {unconfirmed} imported or carried values that nobody confirmed; no package was written. Please check and confirm them, then export again.</translation>
    </message>
    <message>
        <source>{form_id} 号表“{project_name}”有 {errors} 个错误，没有写上报包。请改正后再导出。</source>
        <translation>Form {form_id} “{project_name}” has {errors} errors; no package was written. Please correct them, then export again.</translation>
    </message>
    <message>
        <source>写好的 {file} 读出来与表中内容不一致，没有留下上报包，原有内容没有改动。请再导出一次；仍然如此，请把运行记录交给维护人员。</source>
        <translation>The finished {file} does not read as the form does; no package was kept and nothing was changed. Please export again; if it happens again, give the log to whoever looks after the program.</translation>
    </message>
    <message>
        <source>写好的 {file} 中“{cell}”读出来是“{found}”，表中是“{expected}”，没有留下上报包，原有内容没有改动。请再导出一次；仍然如此，请把这一格改写后再试。</source>
        <translation>In the finished {file}, “{cell}” reads “{found}” while the form has “{expected}”; no package was kept and nothing was changed. Please export again; if it happens again, write that cell in another way.</translation>
    </message>
    <message>
        <source>程序自带的文件 {path} 中 {place} 不能用，表里的内容没有改动。请重新安装程序。</source>
        <translation>The program&apos;s own file {path} cannot be used because of {place}. Nothing in the form has changed. Please install the program again.</translation>
    </message>
    <message>
        <source>程序自带的文件 {path} 读不懂，表里的内容没有改动。请重新安装程序。</source>
        <translation>The program&apos;s own file {path} cannot be read. Nothing in the form has changed. Please install the program again.</translation>
    </message>
    <message>
        <source>没有找到 {path}。请检查文件夹和文件名。</source>
        <translation>{path} was not found. Check the folder and the file name.</translation>
    </message>
    <message>
        <source>{path} 已经存在，没有改动。请换一个名称。</source>
        <translation>{path} exists already and was not changed. Choose another name.</translation>
    </message>
    <message>
        <source>台账 {path} 中 {form_id} 号表“{project_name}”的内容与存入时不一致，没有改动。请改用最近的备份，并保留这个文件。</source>
        <translation>Form {form_id} “{project_name}” of the ledger {path} is not what was stored; it was not changed. Use the latest backup and keep this file.</translation>
    </message>
    <message>
        <source>台账 {path} 由更新版本的程序建立，没有改动。请升级程序后再打开。</source>
        <translation>The ledger {path} was made by a newer version of the program and was not changed. Upgrade the program, then open it.</translation>
    </message>
    <message>
        <source>台账 {path} 是只读打开的，没有改动。要修改，请另存副本。</source>
        <translation>The ledger {path} is open read-only; nothing was changed. To make changes, please save a copy.</translation>
    </message>
    <message>
        <source>台账 {path} 有一步没有存完，写它的程序没有正常关闭。请重新打开台账，完整的内容会自动恢复。</source>
        <translation>A step in ledger {path} was not finished: the program that writes it did not close properly. Please open the ledger again; its whole content comes back by itself.</translation>
    </message>
    <message>
        <source>别处刚刚在台账 {path} 里存入了改动，这一步没有做。请看过新的内容后再做一次。</source>
        <translation>Changes were just stored in the ledger {path} elsewhere; this step was not done. Please look at what is new and do it again.</translation>
    </message>
    <message>
        <source>“{project_name}”在别处也改过并已存入，没有覆盖。请选择两份都留，还是只留一份。</source>
        <translation>“{project_name}” was changed and stored elsewhere, too; nothing was overwritten. Please choose whether to keep both or one of them.</translation>
    </message>
    <message>
        <source>无法读取 {path}（{reason}），文件没有改动。请检查文件是否还在、是否有读取权限。</source>
        <translation>{path} cannot be read ({reason}) and was not changed. Check that the file is there and that you may read it.</translation>
    </message>
    <message>
        <source>{path} 不是普通文件，是管道、设备或别的东西，没有读取。请选择一个文件。</source>
        <translation>{path} is not a regular file but a pipe, a device or something else; it was not read. Choose a file.</translation>
    </message>
    <message>
        <source>无法读取 {path}（{reason}），文件没有改动，可能是磁盘或连接有故障。请重新插好或换一个接口再试；读得出时，先复制到别的磁盘。</source>
        <translation>{path} could not be read ({reason}); the file was not changed. The disk or its connection may be failing: plug it in again or use another port, and copy the file to another disk as soon as it can be read.</translation>
    </message>
    <message>
        <source>{path} 不是普通文件，是链接、管道或别的东西，没有写入，也没有改动。请查看它是什么，移走后再试。</source>
        <translation>{path} is not a regular file but a link, a pipe or something else; nothing was written or changed. See what it is, move it away and try again.</translation>
    </message>
    <message>
        <source>台账 {path} 在磁盘上还有别的名称（硬链接），从几个名称写会弄坏它，没有改动。请另存副本来用，或删去多余的名称。</source>
        <translation>Ledger {path} has other names on the disk (hard links); writing it by several names would damage it, so nothing was changed. Work in a copy, or delete the other names.</translation>
    </message>
    <message>
        <source>无法写入 {path}（{reason}），原有内容没有改动，可能是磁盘或连接有故障。请重新插好或换一个接口再试，或换一个位置。</source>
        <translation>{path} could not be written ({reason}); what was there before was not changed. The disk or its connection may be failing: plug it in again, use another port, or choose another place.</translation>
    </message>
    <message>
        <source>无法写入 {path}（{reason}），原有内容没有改动。请检查磁盘空间和权限，或换一个位置。</source>
        <translation>{path} cannot be written ({reason}); what was there is unchanged. Check the disk space and your rights, or choose another place.</translation>
    </message>
    <message>
        <source>{path} 已经写好，留在那里，接着读它时出错（{reason}）。请重新打开它；打不开时，请换一个磁盘或位置再做一次。</source>
        <translation>{path} is written and stays there, but could not be read after that ({reason}). Open it again; if that fails, repeat the step on another disk or in another place.</translation>
    </message>
    <message>
        <source>已另存为 {path}，但打开着的这张表没有存进去（{reason}），改动还在窗口里。请换一个名称或位置再存一次。</source>
        <translation>Saved as {path}, but without the open form ({reason}); its changes are still in the window. Save once more under another name or in another place.</translation>
    </message>
    <message>
        <source>台账 {path} 已经有 {most} 那么大，存不下更多，这一步没有存入，以前存入的都在。请新建一个台账，往后的表填在那里；这个台账仍可查看、打印和导出。</source>
        <translation>The ledger {path} has reached {most} and can hold no more. This step was not stored; all that was stored before is there. Make a new ledger and fill in further forms there; this one can still be read, printed and exported.</translation>
    </message>
    <message>
        <source>台账 {path} 由旧版程序建立，打开前要先备份，备份没有写成（{folder}：{reason}），台账没有改动。请腾出磁盘空间或检查这个文件夹的权限，再打开。</source>
        <translation>The ledger {path} was made by an earlier version and must be backed up before it is opened, but the backup could not be written ({folder}: {reason}). The ledger was not changed. Please free disk space or check the rights of that folder, then open it again.</translation>
    </message>
    <message>
        <source>打印机“{printer}”没有接受，没有记为已打印。请检查打印机是否开机、有纸，再打印一次，或改为保存为 PDF。</source>
        <translation>The printer “{printer}” did not take the job; the form is not marked as printed. Check that the printer is on and has paper, then print again, or save a PDF instead.</translation>
    </message>
    <message>
        <source>台账中没有 {form_id} 号表。请先查看表单列表中的编号。</source>
        <translation>The ledger has no form {form_id}. Look up its number in the list of forms.</translation>
    </message>
    <message>
        <source>没有安装表样“{template}”，数据没有改动。请改用已安装的表样。</source>
        <translation>The template “{template}” is not installed; no data was changed. Use an installed template.</translation>
    </message>
    <message>
        <source>这份件按表样“{template}”的第 {printed} 版打印，现在安装的是第 {installed} 版，不能原样重印，没有写出文件。请用当时的程序重印，或打印现在的表。</source>
        <translation>This copy was printed with version {printed} of the template “{template}”, but version {installed} is installed now, so it cannot be printed again as it was. No file was written. Use the program of that time, or print the form as it is now.</translation>
    </message>
    <message>
        <source>{path} 是表样“{template}”的第 {version} 版，已装有第 {installed} 版，没有载入。请选用更新的文件。</source>
        <translation>{path} is version {version} of the template “{template}”; version {installed} is installed already, so it was not loaded. Please choose a newer file.</translation>
    </message>
    <message>
        <source>{path} 与已装的表样“{template}”同为第 {version} 版，内容却不同，没有载入。请向发表样的单位核实版本号。</source>
        <translation>{path} says that it is version {version} of the template “{template}”, as is the installed one, but its content differs, so it was not loaded. Please ask whoever issued it about the version number.</translation>
    </message>
    <message>
        <source>已取消，没有做完，原有内容没有改动。需要时请再来一次。</source>
        <translation>Cancelled before it was finished; what was there has not been changed. Please try again when you need it.</translation>
    </message>
    <message>
        <source>{form_id} 号表有不是数字的内容：{cells}，这张表没有导出。请改为数字后再导出。</source>
        <translation>Form {form_id} has text where a number belongs: {cells}; it was not exported. Change it to a number, then export.</translation>
    </message>
    <message>
        <source>{cell}有 {length} 个字，电子表格一格最多容纳 32767 个字，没有导出。请缩短后再导出。</source>
        <translation>{cell} has {length} characters, a spreadsheet cell holds 32767 at most; nothing was exported. Shorten it, then export.</translation>
    </message>
    <message>
        <source>您的表样文件夹里有一个文件不能用，已跳过，其余表样照常使用：{sentence}也可以删去这个文件。</source>
        <translation>A file in your templates folder cannot be used and was passed over; the other templates work as usual. {sentence} You may also delete this file.</translation>
    </message>
    <message>
        <source>“{project_name}”的{cell}有 {length} 个字，电子表格一格最多容纳 32767 个字，没有导出。请缩短后再导出。</source>
        <translation>{cell} of “{project_name}” has {length} characters, a spreadsheet cell holds 32767 at most; nothing was exported. Please shorten it and export again.</translation>
    </message>
    <message>
        <source>读取文件用的程序 {path} 没有启动（{reason}），什么都没有改。可能被安全软件拦下，或者程序文件不全：请在安全软件里放行，或重新安装程序，再试一次。</source>
        <translation>The program {path}, which reads files, did not start ({reason}); nothing was changed. A virus scanner may have stopped it, or files of the program are missing: allow it there, or install the program again, and try once more.</translation>
    </message>
    <message>
        <source>“{name}”共有 {length} 个字（一处换行算 10 个字），打印和导出 Word、Excel 一张表最多 {most} 个字，没有写出。请删减后再试；导出为 JSON 数据不受限制。</source>
        <translation>“{name}” has {length} characters (a line break counts as 10); a form may have {most} at most to be printed or exported to Word or Excel; it was not written. Please shorten it and try again; export as JSON data has no such limit.</translation>
    </message>
    <message>
        <source>这张表的表头、绩效目标和不是数字的内容合起来太长，超过 {most}，没有存入台账 {path}，以前存入的都在。请缩短后再存。</source>
        <translation>The head, goals and texts that are no numbers of this form are too long together, over {most}. They were not stored in the ledger {path}; all that was stored before is there. Shorten them and save again.</translation>
    </message>
    <message>
        <source>这张表有一行的文字太长，超过 {most}，没有存入台账 {path}，以前存入的都在。请缩短后再存。</source>
        <translation>A row of this form has too long texts, over {most}. It was not stored in the ledger {path}; all that was stored before is there. Shorten it and save again.</translation>
    </message>
    <message>
        <source>这张表的备注和说明合起来太长，超过 {most}，没有存入台账 {path}，以前存入的都在。请删短一些备注后再存。</source>
        <translation>The notes and explanations of this form are too long together, over {most}. They were not stored in the ledger {path}; all that was stored before is there. Shorten some notes and save again.</translation>
    </message>
    <message>
        <source>这张表的文字合起来太长，超过 {most}，台账 {path} 留不下打印或导出时的样子，没有记下，表的内容都在。请缩短后再打印或导出。</source>
        <translation>The texts of this form are too long together, over {most}: the ledger {path} cannot keep how it was printed or exported. That was not recorded; the form itself is complete. Shorten it, then print or export again.</translation>
    </message>
    <message>
        <source>这一步改动的文字太长，超过 {most}，没有存入台账 {path}，以前存入的都在。请缩短，或分几次改。</source>
        <translation>The texts that this step changes are too long, over {most}. They were not stored in the ledger {path}; all that was stored before is there. Shorten them, or change them in several steps.</translation>
    </message>
    <message>
        <source>{path} 不是交接包，没有接收。请选择由“生成交接包”写成的文件。</source>
        <translation>{path} is no hand-over package; nothing was taken over. Choose a file made by “Make a Hand-Over Package”.</translation>
    </message>
    <message>
        <source>交接包 {path} 不完整或被改动过，没有接收。请向移交的人重新要一份。</source>
        <translation>The package {path} is incomplete or was changed; nothing was taken over. Ask whoever handed it over for another one.</translation>
    </message>
    <message>
        <source>交接包 {path} 由更新版本的程序生成，没有接收。请升级程序后再试。</source>
        <translation>The package {path} was made by a later version of the program; nothing was taken over. Upgrade the program and try again.</translation>
    </message>
    <message>
        <source>交接包 {path} 里有可疑的内容，没有接收。请向移交的人核实。</source>
        <translation>The package {path} holds something suspicious; nothing was taken over. Ask whoever handed it over.</translation>
    </message>
    <message>
        <source>交接包 {path} 在限定的时间内没有读完，没有接收。请复制到本机硬盘上再试；仍然如此，请向移交的人核实。</source>
        <translation>The handover package {path} was not read within the time limit; nothing was taken over. Copy it to a disk of this PC and try again; if it happens again, ask the person who handed it over.</translation>
    </message>
    <message>
        <source>{path} 不是能读的 Excel 或 CSV 文件，没有导入。请另存为 .xlsx 或 .csv 后再试。</source>
        <translation>{path} is no Excel or CSV file that can be read; nothing was imported. Save it as .xlsx or .csv and try again.</translation>
    </message>
    <message>
        <source>{path} 太大，没有导入。请只保留需要的表和行。</source>
        <translation>{path} is too large; nothing was imported. Keep only the sheets and rows that are needed.</translation>
    </message>
    <message>
        <source>{path} 里没有找到表头，没有导入。请让表头一行有“项目名称”或“项目编码”，还有“年初预算数”“全年预算数”“执行数”之一。</source>
        <translation>{path} has no row of heads; nothing was imported. Such a row needs a head for the project&apos;s name or code, in the words of the form, and one for initial budget, annual budget or spending.</translation>
    </message>
    <message>
        <source>{path} 的表头下面没有项目，没有导入。请换一个文件。</source>
        <translation>{path} has no project below its heads; nothing was imported. Choose another file.</translation>
    </message>
    <message>
        <source>{path} 太大（{found} 字节），没有导入。请删去图片和无关的工作表，或分成几个文件。</source>
        <translation>{path} is too large ({found} bytes); nothing was imported. Remove pictures and other sheets, or split the file.</translation>
    </message>
    <message>
        <source>{path} 是空文件，没有导入。请换一个文件。</source>
        <translation>{path} is an empty file; nothing was imported. Choose another file.</translation>
    </message>
    <message>
        <source>{path} 不是能读的格式，没有导入。请存为 xlsx、docx 或 JSON 文件后再试。</source>
        <translation>{path} is in no format that can be read; nothing was imported. Save it as xlsx, docx or JSON and try again.</translation>
    </message>
    <message>
        <source>{path} 是旧的 Word 或 WPS 文件，没有导入。请打开后另存为 docx 再试。</source>
        <translation>{path} is an old Word or WPS file; nothing was imported. Open it, save it as docx and try again.</translation>
    </message>
    <message>
        <source>{path} 是 PDF，没有导入。请打开后全选并复制文字，再用“粘贴整张表”。</source>
        <translation>{path} is a PDF; nothing was imported. Open it, select and copy all of its text, then use “Paste whole form”.</translation>
    </message>
    <message>
        <source>{path} 有打开密码，没有导入。请去掉密码后再试。</source>
        <translation>{path} is protected by a password; nothing was imported. Remove the password and try again.</translation>
    </message>
    <message>
        <source>{path} 已损坏或写法不合格式，没有导入。请用 Excel、WPS 或 Word 打开后另存，再试一次。</source>
        <translation>{path} is damaged or breaks the rules of its format; nothing was imported. Open it in Excel, WPS or Word, save it anew and try again.</translation>
    </message>
    <message>
        <source>{path} 展开后过大或含有可疑的文件名，没有导入。请向提供文件的人核实。</source>
        <translation>{path} grows too large when unpacked, or holds suspicious names; nothing was imported. Ask whoever gave you the file.</translation>
    </message>
    <message>
        <source>{path} 含有办公软件不会写的内容，没有导入。请向提供文件的人核实。</source>
        <translation>{path} holds what no office program writes; nothing was imported. Ask whoever gave you the file.</translation>
    </message>
    <message>
        <source>{path} 的内容太多，不像自评表，没有导入。请只留自评表所在的工作表后再试。</source>
        <translation>{path} holds more than a form can; nothing was imported. Keep only the sheet with the form and try again.</translation>
    </message>
    <message>
        <source>{path} 在限定的时间内没有读完，没有导入。请只留自评表所在的工作表后再试。</source>
        <translation>{path} could not be read within the time allowed; nothing was imported. Keep only the sheet with the form and try again.</translation>
    </message>
    <message>
        <source>{path} 要用太多内存，没有导入。请只留自评表所在的工作表后再试。</source>
        <translation>{path} needs too much memory; nothing was imported. Keep only the sheet with the form and try again.</translation>
    </message>
    <message>
        <source>{path} 中没有认出自评表，没有导入。请检查表里是否有项目名称、资金和指标的表头。</source>
        <translation>No form was recognised in {path}; nothing was imported. Check that it has the labels of the project name, the funds and the indicators.</translation>
    </message>
    <message>
        <source>请录入打印件页脚上的 8 位校验码。</source>
        <translation>Type the 8-character code from the foot of the printed page.</translation>
    </message>
    <message>
        <source>校验码是 8 位数字和字母，这里有 {found} 位。请对照打印件页脚再录一次。</source>
        <translation>A code has 8 digits and letters; {found} were typed. Compare with the foot of the page and type it again.</translation>
    </message>
    <message>
        <source>校验码里不会有“{found}”，只有数字和除 I、L、O、U 外的字母。请对照打印件页脚再录一次。</source>
        <translation>A code never contains “{found}”: only digits, and letters other than I, L, O and U. Compare with the foot of the page and type it again.</translation>
    </message>
    <message>
        <source>{path} 是台账，不会用导出的文件替换它，没有改动。请换一个名称。</source>
        <translation>{path} is a ledger and is not replaced by an exported file; nothing was changed. Choose another name.</translation>
    </message>
    <message>
        <source>{path} 是程序在台账旁边自己要用的名称，没有写，台账没有改动。请换一个名称。</source>
        <translation>{path} is a name that the program itself uses beside a ledger; nothing was written, and the ledger was not changed. Choose another name.</translation>
    </message>
    <message>
        <source>{path} 在程序自己的文件夹里，没有写，原有内容没有改动。请换一个位置。</source>
        <translation>{path} lies in the program&apos;s own folder; nothing was written or changed. Choose another place.</translation>
    </message>
    <message>
        <source>{path} 是文件夹，不是台账，没有改动。请选择台账文件。</source>
        <translation>{path} is a folder, not a ledger; it was not changed. Choose a ledger file.</translation>
    </message>
    <message>
        <source>{path} 是空文件，不是台账，没有改动。请选择台账文件。</source>
        <translation>{path} is an empty file, not a ledger; it was not changed. Choose a ledger file.</translation>
    </message>
    <message>
        <source>{path} 不是本程序的台账，没有改动。请选择台账文件。</source>
        <translation>{path} is not a ledger of this program; it was not changed. Choose a ledger file.</translation>
    </message>
    <message>
        <source>{path} 不是本程序写成的台账，没有打开，也没有改动。请选择台账文件或最近的备份。</source>
        <translation>{path} was not written by this program; it was neither opened nor changed. Choose a ledger file or the latest backup.</translation>
    </message>
    <message>
        <source>{path} 太大，不是台账，没有改动。请选择台账文件。</source>
        <translation>{path} is too large to be a ledger; it was not changed. Choose a ledger file.</translation>
    </message>
    <message>
        <source>台账 {path} 已损坏，无法读取，没有改动。请改用最近的备份，并保留这个文件。</source>
        <translation>The ledger {path} is damaged and cannot be read; it was not changed. Use the latest backup and keep this file.</translation>
    </message>
    <message>
        <source>台账 {path} 的内容与存入时不一致，没有改动。请改用最近的备份，并保留这个文件。</source>
        <translation>The ledger {path} does not hold what was stored; it was not changed. Use the latest backup and keep this file.</translation>
    </message>
    <message>
        <source>台账 {path} 旁边有一次没有写完的操作，无法还原，没有改动。请改用最近的备份，并保留这两个文件。</source>
        <translation>Beside the ledger {path} lies an unfinished step that cannot be taken back; nothing was changed. Use the latest backup and keep both files.</translation>
    </message>
    <message>
        <source>台账 {path} 的变更历史与存入时不一致，没有改动。请改用最近的备份，并保留这个文件。</source>
        <translation>The change history of the ledger {path} is not as it was stored; nothing was changed. Use the latest backup and keep this file.</translation>
    </message>
    <message>
        <source>台账 {path} 已被移走、改名或删除，不能再存入。请把文件放回原处，或另存副本到别处。</source>
        <translation>The ledger {path} was moved, renamed or deleted; nothing more can be stored in it. Please put the file back, or save a copy elsewhere.</translation>
    </message>
    <message>
        <source>台账 {path} 已被另一个文件替换，没有写入那个文件。请另存副本到别处。</source>
        <translation>The ledger {path} was replaced by another file, which was left alone. Please save a copy elsewhere.</translation>
    </message>
    <message>
        <source>台账 {path} 被别的程序改写，已不是存入的内容，没有再写入。请另存副本到别处，不全的表从备份找回。</source>
        <translation>Another program wrote over the ledger {path}; it is not what was stored, and nothing more was written. Please save a copy elsewhere, and take what is missing from a backup.</translation>
    </message>
    <message>
        <source>台账 {path} 正被别的程序打开，旁边有它的 -wal 文件，没有写入。请在那里关闭，或另存副本到别处。</source>
        <translation>Another program has the ledger {path} open, its -wal file lies beside it; nothing was written. Please close it there, or save a copy elsewhere.</translation>
    </message>
    <message>
        <source>{path} 不是 UTF-8 编码的文本，没有导入。请另存为 UTF-8 后再试。</source>
        <translation>{path} is not UTF-8 text; nothing was imported. Save it as UTF-8, then try again.</translation>
    </message>
    <message>
        <source>{path} 太大（{found} 字节），没有导入。请分成几个文件。</source>
        <translation>{path} is too large ({found} bytes); nothing was imported. Split it into several files.</translation>
    </message>
    <message>
        <source>{path} 的括号层数太多，不是自评表文件，没有导入。请重新导出。</source>
        <translation>{path} is nested too deeply to be a file of forms; nothing was imported. Export it again.</translation>
    </message>
    <message>
        <source>{path} 在 {place}（行:列）处不完整或写法有误，没有导入。请重新导出这个文件。</source>
        <translation>{path} is incomplete or wrong at {place} (line:column); nothing was imported. Export the file again.</translation>
    </message>
    <message>
        <source>表样文件 {path} 在 {place}（行:列）处写法有误，没有使用。请更换表样文件。</source>
        <translation>The template file {path} is malformed at {place} (line:column) and was not used. Replace the template file.</translation>
    </message>
    <message>
        <source>{path} 中“{found}”在同一处出现了两次，没有导入。请只保留一个。</source>
        <translation>{path} has “{found}” twice in one place; nothing was imported. Keep only one.</translation>
    </message>
    <message>
        <source>{path} 中没有自评表，没有导入。请换一个文件。</source>
        <translation>{path} holds no forms; nothing was imported. Choose another file.</translation>
    </message>
    <message>
        <source>{path} 的格式“{found}”不是这一版程序能读的格式，没有导入。请换一个文件或升级程序。</source>
        <translation>This version cannot read the format “{found}” of {path}; nothing was imported. Choose another file or upgrade the program.</translation>
    </message>
    <message>
        <source>{path} 用的表样“{found}”没有安装，没有导入。请改用已安装的表样。</source>
        <translation>The template “{found}” that {path} uses is not installed; nothing was imported. Use an installed template.</translation>
    </message>
    <message>
        <source>{path} 中有不认识的项目 {place}，没有导入。请删去或改正。</source>
        <translation>{path} has an unknown entry {place}; nothing was imported. Remove or correct it.</translation>
    </message>
    <message>
        <source>{path} 中缺少 {place}，没有导入。请补上后再试。</source>
        <translation>{path} lacks {place}; nothing was imported. Add it, then try again.</translation>
    </message>
    <message>
        <source>{path} 中 {place} 的内容“{found}”类型不对，没有导入。请改正后再试。</source>
        <translation>In {path}, {place} has “{found}”, which is of the wrong type; nothing was imported. Correct it, then try again.</translation>
    </message>
    <message>
        <source>{path} 中 {place} 的内容“{found}”不是数字，没有导入。请改为数字。</source>
        <translation>In {path}, {place} has “{found}”, which is not a number; nothing was imported. Change it to a number.</translation>
    </message>
    <message>
        <source>{path} 中 {place} 含有不能使用的字符 {found}，没有导入。请删去这个字符。</source>
        <translation>In {path}, {place} has the character {found}, which cannot be used; nothing was imported. Remove it.</translation>
    </message>
    <message>
        <source>{path} 中 {place} 的内容“{found}”不在允许的范围内，没有导入。请改正后再试。</source>
        <translation>In {path}, {place} has “{found}”, which is not allowed there; nothing was imported. Correct it, then try again.</translation>
    </message>
    <message>
        <source>{path} 中 {place} 太长（{found}），没有导入。请缩短后再试。</source>
        <translation>In {path}, {place} is too long ({found}); nothing was imported. Shorten it, then try again.</translation>
    </message>
    <message>
        <source>{path} 的写法不合格式，没有读入，也没有改动什么。请向提供文件的人重新要一份。</source>
        <translation>{path} does not keep to its format; it was not read and nothing was changed. Ask whoever supplied it for another copy.</translation>
    </message>
    <message>
        <source>{path} 在限定的时间内没有读完，没有读入，也没有改动什么。请向提供文件的人核实；表太多时请分成几个文件。</source>
        <translation>{path} was not read within the time limit; nothing was taken in or changed. Ask whoever supplied it; if it holds very many forms, split it into several files.</translation>
    </message>
    <message>
        <source>{path} 要用太多内存，没有读入，也没有改动什么。请向提供文件的人核实；表太多时请分成几个文件。</source>
        <translation>{path} would take too much memory; nothing was taken in or changed. Ask whoever supplied it; if it holds very many forms, split it into several files.</translation>
    </message>
    <message>
        <source>表样文件 {path} 中 {place} 的各格合起来占 {found} 列，与表宽不符，没有使用。请更换表样文件。</source>
        <translation>In the template file {path}, the cells of {place} fill {found} columns, which is not the width of the form; it was not used. Replace the template file.</translation>
    </message>
    <message>
        <source>表样文件 {path} 的分值合计 {found}，与总分不符，没有使用。请更换表样文件。</source>
        <translation>The weights of the template file {path} add up to {found}, which is not the full mark; it was not used. Replace the template file.</translation>
    </message>
    <message>
        <source>磁盘已满</source>
        <translation>disk full</translation>
    </message>
    <message>
        <source>磁盘配额已用完</source>
        <translation>the disk quota is used up</translation>
    </message>
    <message>
        <source>设备已不在</source>
        <translation>the device is gone</translation>
    </message>
    <message>
        <source>没有权限</source>
        <translation>no permission</translation>
    </message>
    <message>
        <source>磁盘为只读</source>
        <translation>disk is read-only</translation>
    </message>
    <message>
        <source>文件夹不存在</source>
        <translation>no such folder</translation>
    </message>
    <message>
        <source>这是一个文件夹</source>
        <translation>it is a folder</translation>
    </message>
    <message>
        <source>路径中有一段不是文件夹</source>
        <translation>a part of the path is not a folder</translation>
    </message>
    <message>
        <source>已有同名文件</source>
        <translation>a file of that name exists</translation>
    </message>
    <message>
        <source>名称太长</source>
        <translation>name too long</translation>
    </message>
    <message>
        <source>磁盘读写出错</source>
        <translation>disk error</translation>
    </message>
    <message>
        <source>链接绕成了圈</source>
        <translation>the links form a loop</translation>
    </message>
    <message>
        <source>没有在限定的时间内读完</source>
        <translation>not read within the time limit</translation>
    </message>
    <message>
        <source>文件太大</source>
        <translation>file too large</translation>
    </message>
    <message>
        <source>内存不足</source>
        <translation>not enough memory</translation>
    </message>
    <message>
        <source>不是普通文件</source>
        <translation>not a regular file</translation>
    </message>
    <message>
        <source>同一个文件还有别的名称</source>
        <translation>the same file has other names</translation>
    </message>
    <message>
        <source>未填项目名称</source>
        <translation>no project name</translation>
    </message>
    <message>
        <source>文件开头</source>
        <translation>the beginning of the file</translation>
    </message>
    <message>
        <source>系统不接受这个名称</source>
        <translation>the system does not take this name</translation>
    </message>
    <message>
        <source>别的程序正在使用</source>
        <translation>another program is using it</translation>
    </message>
    <message>
        <source>不能用 {path} 这个名称（{reason}），什么都没有改。请换一个短些的，里面不要有 \ / : * ? &quot; &lt; &gt; |。</source>
        <translation>{path} cannot be used as a name ({reason}); nothing was changed. Please choose a shorter one without \ / : * ? &quot; &lt; &gt; |.</translation>
    </message>
    <message>
        <source>没有找到 {path}。它的路径太长，Windows 不一定看得见：请移到浅一些的文件夹，或改一个短些的名称。</source>
        <translation>{path} was not found. Its path is so long that Windows may not see it: please move it into a folder less deep, or give it a shorter name.</translation>
    </message>
    <message>
        <source>剪贴板里的内容太多，没有粘贴，表没有改动。请只选定要用的格再复制；很大的表请存成文件，再用“导入”。</source>
        <translation>The clipboard holds too much. Nothing was pasted, and the form is unchanged. Please copy only the cells you need; save a very large table as a file and use Import.</translation>
    </message>
    <message>
        <source>您的表样文件夹 {path} 里的文件太多，只读了前 {most} 个（合起来不超过 {most_bytes}），其余没有使用。请移走不用的文件，再重新启动程序。</source>
        <translation>Your template folder {path} holds too many files. Only the first {most} were read (no more than {most_bytes} in all); the rest were not used. Please move the files you do not need elsewhere and restart the program.</translation>
    </message>
    <message>
        <source>表样文件 {path} 不是 UTF-8 编码的文本，没有使用。请更换表样文件。</source>
        <translation>The template file {path} is not text in UTF-8. It was not used. Please replace the template file.</translation>
    </message>
    <message>
        <source>表样文件 {path} 太大（{found} 字节），没有使用。请更换表样文件。</source>
        <translation>The template file {path} is too large ({found} bytes). It was not used. Please replace the template file.</translation>
    </message>
    <message>
        <source>表样文件 {path} 的括号层数太多，没有使用。请更换表样文件。</source>
        <translation>The brackets in the template file {path} are nested too deeply. It was not used. Please replace the template file.</translation>
    </message>
    <message>
        <source>表样文件 {path} 的格式“{found}”不是这一版程序能读的格式，没有使用。请更换表样文件或升级程序。</source>
        <translation>The format “{found}” of the template file {path} is not one that this version of the program can read. It was not used. Please replace the template file or upgrade the program.</translation>
    </message>
    <message>
        <source>表样文件 {path} 中有不认识的项目 {place}，没有使用。请更换表样文件。</source>
        <translation>The template file {path} has an unknown entry {place}. It was not used. Please replace the template file.</translation>
    </message>
    <message>
        <source>表样文件 {path} 中缺少 {place}，没有使用。请更换表样文件。</source>
        <translation>The template file {path} lacks {place}. It was not used. Please replace the template file.</translation>
    </message>
    <message>
        <source>表样文件 {path} 中 {place} 的内容“{found}”类型不对，没有使用。请更换表样文件。</source>
        <translation>The content “{found}” of {place} in the template file {path} is of the wrong type. It was not used. Please replace the template file.</translation>
    </message>
    <message>
        <source>表样文件 {path} 中 {place} 的内容“{found}”不是数字，没有使用。请更换表样文件。</source>
        <translation>The content “{found}” of {place} in the template file {path} is not a number. It was not used. Please replace the template file.</translation>
    </message>
    <message>
        <source>表样文件 {path} 中 {place} 含有不能使用的字符 {found}，没有使用。请更换表样文件。</source>
        <translation>{place} in the template file {path} has the character {found}, which cannot be used. It was not used. Please replace the template file.</translation>
    </message>
    <message>
        <source>表样文件 {path} 中 {place} 的内容“{found}”不在允许的范围内，没有使用。请更换表样文件。</source>
        <translation>The content “{found}” of {place} in the template file {path} is out of range. It was not used. Please replace the template file.</translation>
    </message>
    <message>
        <source>表样文件 {path} 中 {place} 太长（{found}），没有使用。请更换表样文件。</source>
        <translation>{place} in the template file {path} is too long ({found}). It was not used. Please replace the template file.</translation>
    </message>
    <message>
        <source>表样文件 {path} 的写法不合格式，没有使用。请更换表样文件。</source>
        <translation>The template file {path} does not follow its format. It was not used. Please replace the template file.</translation>
    </message>
    <message>
        <source>表样文件 {path} 在限定的时间内没有读完，没有使用。请更换表样文件。</source>
        <translation>The template file {path} could not be read within the time limit. It was not used. Please replace the template file.</translation>
    </message>
    <message>
        <source>表样文件 {path} 要用太多内存，没有使用。请更换表样文件。</source>
        <translation>The template file {path} needs too much memory. It was not used. Please replace the template file.</translation>
    </message>
    <message>
        <source>第 {line} 行 {place}</source>
        <translation>Line {line} {place}</translation>
    </message>
    <message>
        <source>{where}：{told}</source>
        <translation>{where}: {told}</translation>
    </message>
    <message>
        <source>表样文件 {path} 有 {count} 处问题，不能使用。请逐处改正后再试。</source>
        <translation>The template file {path} has {count} faults and cannot be used. Correct each and try again.</translation>
    </message>
    <message>
        <source>这里不合格式。请对照现有的表样改正。</source>
        <translation>This is not as the format asks. Correct it after one of the templates that are there.</translation>
    </message>
    <message>
        <source>文件不是 UTF-8 编码。请另存为 UTF-8。</source>
        <translation>The file is not in UTF-8. Save it as UTF-8.</translation>
    </message>
    <message>
        <source>这里不是 TOML 的写法。请检查引号、括号、等号是否齐全，同一个名称是否写了两次。</source>
        <translation>This is not written as TOML asks. Look for missing quotation marks, brackets and equals signs, and for a name that stands twice.</translation>
    </message>
    <message>
        <source>格式“{found}”不能识别。请在第一行写 format = &apos;selfeval-template/1&apos;。</source>
        <translation>The format “{found}” is unknown. Write format = &apos;selfeval-template/1&apos; in the first line.</translation>
    </message>
    <message>
        <source>不认识“{found}”。请核对拼写，或删去。</source>
        <translation>“{found}” is unknown. Check how it is spelled, or delete it.</translation>
    </message>
    <message>
        <source>缺少这一项。请补上。</source>
        <translation>This is missing. Add it.</translation>
    </message>
    <message>
        <source>“{found}”出现了两次。请只保留一个。</source>
        <translation>“{found}” stands twice. Keep one of them.</translation>
    </message>
    <message>
        <source>“{found}”的类型不对。请对照说明改写，小数要加引号。</source>
        <translation>“{found}” is of the wrong type. Write it as the guide says; decimals stand in quotation marks.</translation>
    </message>
    <message>
        <source>“{found}”不是数字。请写成带引号的数字，如 &apos;10&apos;。</source>
        <translation>“{found}” is no number. Write a number in quotation marks, such as &apos;10&apos;.</translation>
    </message>
    <message>
        <source>“{found}”不在允许的范围内。请对照说明改正。</source>
        <translation>“{found}” is not among what is allowed. Correct it as the guide says.</translation>
    </message>
    <message>
        <source>含有不能使用的字符 {found}。请删去。</source>
        <translation>It holds the character {found}, which cannot be used. Delete it.</translation>
    </message>
    <message>
        <source>太长（{found}）。请缩短。</source>
        <translation>It is too long ({found}). Shorten it.</translation>
    </message>
    <message>
        <source>各格合起来占 {found} 列，与 columns 的列数不符。请改正各格的 span。</source>
        <translation>The cells take {found} columns, not as many as columns has. Correct the span of the cells.</translation>
    </message>
    <message>
        <source>执行率和各类指标的分值合计 {found}，与 full_mark 不符。请改正 weight。</source>
        <translation>The points of the execution and the classes are {found} in all, not full_mark. Correct the weights.</translation>
    </message>
    <message>
        <source>{path} 是图片，没有导入。请用能识别文字的软件转成文字后复制，再用“粘贴整张表”。</source>
        <translation>{path} is a picture and was not imported. Turn it into text with a program that recognises writing, copy that, and use “Paste whole form”.</translation>
    </message>
    <message>
        <source>{path} 是压缩包，没有导入。请先解压，再导入里面的文件。</source>
        <translation>{path} is a compressed archive and was not imported. Unpack it first, then import the files in it.</translation>
    </message>
    <message>
        <source>{path} 是 OpenDocument 文字文档（odt），没有导入。请打开后另存为 docx 再试。</source>
        <translation>{path} is an OpenDocument text (odt) and was not imported. Open it, save it as docx and try again.</translation>
    </message>
    <message>
        <source>{path} 是 OFD 版式文件，没有导入。请打开后全选并复制文字，再用“粘贴整张表”。</source>
        <translation>{path} is an OFD file and was not imported. Open it, select and copy all of its text, and use “Paste whole form”.</translation>
    </message>
    <message>
        <source>{path} 是二进制的 Excel 工作簿（xlsb），没有导入。请打开后另存为 xlsx 再试。</source>
        <translation>{path} is a binary Excel workbook (xlsb) and was not imported. Open it, save it as xlsx and try again.</translation>
    </message>
    <message>
        <source>{path} 是 Word 2003 的 XML 文档，没有导入。请打开后另存为 docx 再试。</source>
        <translation>{path} is an XML document of Word 2003 and was not imported. Open it, save it as docx and try again.</translation>
    </message>
    <message>
        <source>{path} 是演示文稿，没有导入。请把里面的表格复制出来，再用“粘贴整张表”。</source>
        <translation>{path} is a presentation and was not imported. Copy the table out of it and use “Paste whole form”.</translation>
    </message>
</context>
<context>
    <name>ExplainDialog</name>
    <message>
        <source>说明理由</source>
        <translation>Explain</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>写明情况属实的理由，例如依据哪份文件</source>
        <translation>Why this is true as it stands, for example by which document</translation>
    </message>
    <message>
        <source>保留理由</source>
        <translation>Keep Reason</translation>
    </message>
    <message>
        <source>撤回说明</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>说明随表保存，写进检查报告，不打印在自评表上。有关的数或文字改了以后，会重新提醒。</source>
        <translation>The reason is kept with the form and stands in the check report; it is not printed on the form. Notice is given again once the figures or texts it is about change.</translation>
    </message>
</context>
<context>
    <name>ExportCommands</name>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>正在导出…</source>
        <translation>Exporting…</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>文件种类</source>
        <translation>Kind of file</translation>
    </message>
    <message>
        <source>文件个数</source>
        <translation>Number of files</translation>
    </message>
    <message>
        <source>要导出的表</source>
        <translation>Forms to export</translation>
    </message>
    <message>
        <source>保存到</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>Excel 表格（.xlsx）</source>
        <translation>Excel workbook (.xlsx)</translation>
    </message>
    <message>
        <source>Word 文档（.docx）</source>
        <translation>Word document (.docx)</translation>
    </message>
    <message>
        <source>PDF 文件（.pdf）</source>
        <translation>PDF file (.pdf)</translation>
    </message>
    <message>
        <source>指标清单（.xlsx），平台导入用</source>
        <translation>Indicator list (.xlsx), for portals to import</translation>
    </message>
    <message>
        <source>JSON 数据（.json），可再导入</source>
        <translation>JSON data (.json), can be imported again</translation>
    </message>
    <message>
        <source>合成一个文件</source>
        <translation>One file for all</translation>
    </message>
    <message>
        <source>每张表一个文件</source>
        <translation>One file per form</translation>
    </message>
    <message>
        <source>-指标清单</source>
        <translation>-indicators</translation>
    </message>
    <message>
        <source>自评表-{0}张</source>
        <translation>forms-{0}</translation>
    </message>
    <message>
        <source>指标清单-{0}张</source>
        <translation>indicator-lists-{0}</translation>
    </message>
    <message>
        <source>请至少选一张表。</source>
        <translation>Choose at least one form.</translation>
    </message>
    <message>
        <source>请填写保存到哪里。</source>
        <translation>Say where to save.</translation>
    </message>
    <message>
        <source>已有同名文件，导出后会被替换。</source>
        <translation>A file of that name exists and will be replaced.</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>导出到文件</source>
        <translation>Export to file</translation>
    </message>
    <message>
        <source>导出到文件夹</source>
        <translation>Export to folder</translation>
    </message>
</context>
<context>
    <name>FileLabels</name>
    <message>
        <source>位置(&amp;L)：</source>
        <translation>&amp;Look in:</translation>
    </message>
    <message>
        <source>文件名(&amp;N)：</source>
        <translation>File &amp;name:</translation>
    </message>
    <message>
        <source>文件类型(&amp;T)：</source>
        <translation>Files of &amp;type:</translation>
    </message>
</context>
<context>
    <name>FileTarget</name>
    <message>
        <source>浏览…</source>
        <translation>Browse…</translation>
    </message>
</context>
<context>
    <name>Finance</name>
    <message>
        <source>看不懂：{text}</source>
        <translation>Not read: {text}</translation>
    </message>
    <message>
        <source>名称相近</source>
        <translation>similar name</translation>
    </message>
    <message>
        <source>几行对应同一张表</source>
        <translation>several lines for one form</translation>
    </message>
    <message>
        <source>资金分几项，填入合计</source>
        <translation>several funds, goes into the total</translation>
    </message>
    <message>
        <source>数额相差悬殊</source>
        <translation>amounts far apart</translation>
    </message>
    <message>
        <source>有看不懂的数</source>
        <translation>has an amount that cannot be read</translation>
    </message>
    <message>
        <source>相同</source>
        <translation>the same</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>第 {place} 行&#x3000;{name}</source>
        <translation>Row {place}  {name}</translation>
    </message>
    <message>
        <source>已填入 {forms} 张表的财务数据，填入的格带有导入的记号。</source>
        <translation>Forms filled in: {forms}. The cells carry the sign of imported values.</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(blank)</translation>
    </message>
</context>
<context>
    <name>FinanceCommands</name>
    <message>
        <source>台账里还没有填了年度的自评表，没有可以填入的表。</source>
        <translation>The ledger has no form with a year yet; there is nothing to fill in.</translation>
    </message>
    <message>
        <source>导入财务数据</source>
        <translation>Import Finance List</translation>
    </message>
    <message>
        <source>正在读取文件…</source>
        <translation>Reading the file…</translation>
    </message>
    <message>
        <source>财务名单 ({endings})</source>
        <translation>Finance lists ({endings})</translation>
    </message>
</context>
<context>
    <name>FinanceDialog</name>
    <message>
        <source>导入财务数据</source>
        <translation>Import Finance List</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>名单的金额单位</source>
        <translation>Money unit of the list</translation>
    </message>
    <message>
        <source>对应的表</source>
        <translation>Matching forms</translation>
    </message>
    <message>
        <source>没有对应的行</source>
        <translation>Lines without a form</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>填入</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>{0} 年度</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>自评表</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>名单中的项目</source>
        <translation>Project in the list</translation>
    </message>
    <message>
        <source>没有找到对应的表，不填入，共 {0} 行：</source>
        <translation>Without a matching form, not filled in: {0}</translation>
    </message>
    <message>
        <source>名单的数和表里的数大多相差一万倍，请核对名单的金额单位。</source>
        <translation>Most figures of the list are ten thousand times off: check the list&apos;s money unit.</translation>
    </message>
    <message>
        <source>有 {0} 行需要核对，没有勾选；用空格勾选。</source>
        <translation>Lines to look at, not ticked: {0}. Tick with the space bar.</translation>
    </message>
    <message>
        <source>勾选的填入当年财政拨款，带上导入的记号；可以撤销。</source>
        <translation>Ticked figures go into this year&apos;s appropriation, with the sign of imported values; this can be undone.</translation>
    </message>
    <message>
        <source>填入 {0} 张表</source>
        <translation>Fill in ({0})</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>分值合计 {found}，应为 {expected}，差 {difference}。请在{classes}中补足 {difference} 分。</source>
        <translation>The weights add up to {found} instead of {expected}, {difference} short. Add {difference} points in {classes}.</translation>
    </message>
    <message>
        <source>分值合计 {found}，应为 {expected}，差 {difference}。请核对各行分值，补足 {difference} 分。</source>
        <translation>The weights add up to {found} instead of {expected}, {difference} short. Check the weight of each row and add {difference} points.</translation>
    </message>
    <message>
        <source>分值合计 {found}，应为 {expected}，多 {difference}。请从{classes}中减去 {difference} 分。</source>
        <translation>The weights add up to {found} instead of {expected}, {difference} too much. Take {difference} points from {classes}.</translation>
    </message>
    <message>
        <source>分值合计 {found}，应为 {expected}，多 {difference}。请核对各行分值，减去 {difference} 分。</source>
        <translation>The weights add up to {found} instead of {expected}, {difference} too much. Check the weight of each row and take away {difference} points.</translation>
    </message>
    <message>
        <source>这一行的分值 {found} 超过全部指标分值 {expected} 的一半。请按重要程度分配分值。</source>
        <translation>The weight {found} of this row is more than half of all {expected} points. Distribute the points by importance.</translation>
    </message>
    <message>
        <source>{rows} 行指标的分值都是 {each}，看不出主次。请按重要程度分配分值。</source>
        <translation>All {rows} rows have the weight {each}, so that nothing stands out. Distribute the points by importance.</translation>
    </message>
    <message>
        <source>指标得分率 {found}%，比执行率 {expected}% 高 {difference} 个百分点，超过表样设置的界限。请核对各行的实际完成值和得分。</source>
        <translation>The indicators score {found}% of their points, {difference} points above the execution rate of {expected}%, more than the template allows. Check the actual values and scores.</translation>
    </message>
    <message>
        <source>总分 {found}，按表样设置，执行率为 {rate}% 时最高 {expected}，多 {difference}。请核对各行的得分。</source>
        <translation>The total is {found}; at an execution rate of {rate}% the template allows {expected}, which is {difference} less. Check the scores.</translation>
    </message>
    <message>
        <source>得分 {found} 低于分值 {expected}，少 {difference} 分，{cell}却只写了“{text}”。请写明原因和改进措施。</source>
        <translation>The score {found} is {difference} below the weight {expected}, but {cell} only says “{text}”. Give the reason and what is done about it.</translation>
    </message>
    <message>
        <source>得分 {found} 是满分，{cell}中却写着“{text}”。请核对得分，或修改文字。</source>
        <translation>The score {found} is the full mark, but {cell} says “{text}”. Check the score, or change the text.</translation>
    </message>
    <message>
        <source>得分 {found} 低于分值 {expected}，少 {difference} 分，写了原因，没有写改进措施。请补写改进措施。</source>
        <translation>The score {found} is {difference} below the weight {expected}; the reason is given, but not what is done about it. Add that.</translation>
    </message>
    <message>
        <source>“{text}”不是年份。请填写四位数字，如 2023。</source>
        <translation>“{text}” is not a year. Enter four digits, such as 2023.</translation>
    </message>
    <message>
        <source>“{text}”位数过多。整数最多 15 位，小数最多 6 位，请核对后重填。</source>
        <translation>“{text}” has too many digits: at most 15 before the point and 6 after it. Check the figure and enter it again.</translation>
    </message>
    <message>
        <source>“{text}”不是数字。请只填写数字，不带单位和其他文字。</source>
        <translation>“{text}” is not a number. Enter digits only, without units or words.</translation>
    </message>
    <message>
        <source>“{text}”是空白表上的提示。请换成实际内容；如果不需要这一行，请删除整行。</source>
        <translation>“{text}” is a hint of the empty form. Replace it, or delete the row if it is not needed.</translation>
    </message>
    <message>
        <source>“{text}”是空白表上的提示。请换成实际内容，或删去提示。</source>
        <translation>“{text}” is a hint of the empty form. Replace it, or remove it.</translation>
    </message>
    <message>
        <source>{cell}只写了“{text}”。请写明实际做了什么，达到什么效果。</source>
        <translation>{cell} only says “{text}”. Say what was done and what came of it.</translation>
    </message>
    <message>
        <source>{cell}与预期目标有 {found}% 相同，按表样设置，达到 {expected}% 即视为照抄。请写明实际做了什么，达到什么效果。</source>
        <translation>{cell} is {found}% the same as the goal; the template takes {expected}% for a copy. Say what was done and what came of it.</translation>
    </message>
    <message>
        <source>“{gap}”中有多余的空格。请删去空格，“整理文字”可以一次删净。</source>
        <translation>There are needless spaces in “{gap}”. Remove them; “Tidy Text” does so all at once.</translation>
    </message>
    <message>
        <source>“{wide}”是全角字符。请改为半角的数字或字母。</source>
        <translation>“{wide}” is in full-width characters. Use half-width digits or letters.</translation>
    </message>
    <message>
        <source>第 {place} 个字符是看不见的控制字符。请删去它，或重新输入这段文字。</source>
        <translation>Character {place} is a control character that cannot be seen. Remove it, or enter the text again.</translation>
    </message>
    <message>
        <source>{cell}有 {found} 字，按表样设置最多 {expected} 字，多 {difference} 字。请压缩文字。</source>
        <translation>{cell} has {found} characters, {difference} more than the {expected} of the template. Shorten the text.</translation>
    </message>
    <message>
        <source>{cell}中写的是 {found} 年，自评表的年度却是 {expected} 年。请核对年份。</source>
        <translation>{cell} speaks of {found}, but the year of the form is {expected}. Check the year.</translation>
    </message>
    <message>
        <source>文字中有电话或身份证号码“{text}”。请核对是否需要；对外公开时，请在“公开版”中遮盖。</source>
        <translation>There is a phone or identity number in the text: “{text}”. Check whether it is needed; mask it in the public copy when publishing.</translation>
    </message>
    <message>
        <source>同一年度有 {count} 张自评表的项目名称都是“{name}”。请核对是否重复填报；不是同一项目的，请把名称写得不同。</source>
        <translation>{count} forms of the same year have the project name “{name}”. Check whether one was filled in twice; if not, tell the names apart.</translation>
    </message>
    <message>
        <source>分值 {found} 不大于 0。请改为大于 0 的分值。</source>
        <translation>The weight {found} is not above 0. Change it to a weight above 0.</translation>
    </message>
    <message>
        <source>这一行没有填写分值。请填写大于 0 的分值。</source>
        <translation>This row has no weight. Enter a weight above 0.</translation>
    </message>
    <message>
        <source>全年预算数 {found} 比年初预算数 {expected} 少 {difference}。请在“{note}”中写明原因。</source>
        <translation>The annual budget {found} is {difference} below the initial budget {expected}. Give the reason in “{note}”.</translation>
    </message>
    <message>
        <source>全年预算数 {found} 比年初预算数 {expected} 多 {difference}。请在“{note}”中写明原因。</source>
        <translation>The annual budget {found} is {difference} above the initial budget {expected}. Give the reason in “{note}”.</translation>
    </message>
    <message>
        <source>{name}的分值合计 {found}，按表样设置应为 {expected}，差 {difference}。请核对这一类各行的分值。</source>
        <translation>The weights of {name} add up to {found}; the template sets {expected}, a difference of {difference}. Check the weights of this class.</translation>
    </message>
    <message>
        <source>{name}的分值合计 {found}，按表样设置应为 {expected}，差 {difference}。请核对这一组各行的分值。</source>
        <translation>The weights of {name} add up to {found}; the template sets {expected}, a difference of {difference}. Check the weights of this group.</translation>
    </message>
    <message>
        <source>得分 {found} 高于分值 {expected}。请把得分改为不超过 {expected}。</source>
        <translation>The score {found} is above the weight {expected}. Change it to at most {expected}.</translation>
    </message>
    <message>
        <source>得分 {found} 小于 0。请把得分改为 0 或以上。</source>
        <translation>The score {found} is below 0. Change it to 0 or more.</translation>
    </message>
    <message>
        <source>{row}的{cell}为 {found}，各项之和为 {expected}，差 {difference}。请核对各项金额，或清空此格，由程序计算。</source>
        <translation>{row}, {cell}: {found}, but its parts add up to {expected}, a difference of {difference}. Check the parts, or clear this cell to have it calculated.</translation>
    </message>
    <message>
        <source>执行率得分为 {found}，按执行率计算应为 {expected}，差 {difference}。请核对得分，或清空此格，由程序计算。</source>
        <translation>The execution score is {found}; the execution rate gives {expected}, a difference of {difference}. Check it, or clear this cell to have it calculated.</translation>
    </message>
    <message>
        <source>{row}的全年执行数 {found} 超过全年预算数 {expected}，多 {difference}。请核对这两个数。</source>
        <translation>{row}: {found} was spent, {difference} more than the annual budget {expected}. Check both amounts.</translation>
    </message>
    <message>
        <source>{row}的全年执行数为 {executed}，全年预算数却没有填写或为 0。请填写全年预算数。</source>
        <translation>{row}: {executed} was spent, but the annual budget is empty or 0. Enter the annual budget.</translation>
    </message>
    <message>
        <source>没有全年预算数，也没有全年执行数，执行率无法计算，执行率得分按 0 计。请填写各项资金的预算数和执行数。</source>
        <translation>There is no annual budget and nothing was spent, so there is no execution rate and its score is 0. Enter the budget and the spending of each fund.</translation>
    </message>
    <message>
        <source>执行率 {found}%，低于表样设置的 {expected}%，差 {difference} 个百分点，{cell}却没有填写。请在“{cell}”中写明原因。</source>
        <translation>The execution rate is {found}%, {difference} points below the {expected}% of the template, but {cell} is empty. Give the reason in “{cell}”.</translation>
    </message>
    <message>
        <source>执行率 {rate}%，还有 {left}% 的预算没有支出，按表样设置最多为 {limit}%。请核对全年执行数；属实的，请在实际完成情况中写明结余原因。</source>
        <translation>The execution rate is {rate}%: {left}% of the budget is unspent, where the template allows {limit}%. Check the amount spent; if it is right, say in the outcome why money was left.</translation>
    </message>
    <message>
        <source>{row}的{cell}为 {found}，{column}为 {expected}，相差约一万倍。请核对是否把元和万元混在了一起。</source>
        <translation>{row}: {cell} is {found} and {column} is {expected}, about ten thousand times apart. Check whether yuan and ten thousands of yuan were mixed up.</translation>
    </message>
    <message>
        <source>实际完成值 {actual} 没有达到年度指标值 {target}，计算得分为 {expected}，所填得分 {found}，多 {difference}。请核对得分，或清空此格，由程序计算。</source>
        <translation>The actual value {actual} misses the target {target}, which gives {expected}; the score entered is {found}, {difference} more. Check it, or clear this cell to have it calculated.</translation>
    </message>
    <message>
        <source>实际完成值 {actual} 已达到年度指标值 {target}，得分 {found} 却比分值 {expected} 少 {difference}。请核对得分，或在“{reason}”中写明扣分原因。</source>
        <translation>The actual value {actual} reaches the target {target}, but the score {found} is {difference} below the weight {expected}. Check the score, or give the reason in “{reason}”.</translation>
    </message>
    <message>
        <source>得分 {found} 低于分值 {expected}，少 {difference} 分。请填写{cell}。</source>
        <translation>The score {found} is {difference} below the weight {expected}. Fill in {cell}.</translation>
    </message>
    <message>
        <source>达成情况为“{grade}”，按表样设置，得分应在 {lowest} 至 {highest} 之间，所填得分为 {found}。请改正得分或达成情况。</source>
        <translation>The achievement is “{grade}”, for which the template sets a score from {lowest} to {highest}; the score entered is {found}. Correct the score or the achievement.</translation>
    </message>
    <message>
        <source>由年度指标值“{target}”和实际完成值“{actual}”算不出得分，按 0 分计。请填写得分，或选择达成情况。</source>
        <translation>No score follows from target “{target}” and actual value “{actual}”: it counts as 0. Enter the score, or choose an achievement.</translation>
    </message>
    <message>
        <source>三级指标“{name}”的年度指标值为 {target}，自评表“{project}”中“{other}”的年度指标值却为 {expected}。请核对哪一个正确。</source>
        <translation>The indicator “{name}” has the target {target}; in the form “{project}” the target of “{other}” is {expected}. Check which one is right.</translation>
    </message>
    <message>
        <source>三级指标“{name}”与第 {first} 行的“{other}”几乎相同。请核对是否重复；不是同一指标的，请把名称写得更清楚。</source>
        <translation>The indicator “{name}” is nearly the same as “{other}” in row {first}. Check whether it stands twice; if not, tell the names apart.</translation>
    </message>
    <message>
        <source>年度指标值 {target} 与实际完成值 {actual} 的单位不一致，或有一个没有单位。请写上相同的单位。</source>
        <translation>The target {target} and the actual value {actual} have different units, or one has none. Give both the same unit.</translation>
    </message>
    <message>
        <source>年度指标值 {target} 和实际完成值 {actual} 都没有百分号。请都写上“%”。</source>
        <translation>The target {target} and the actual value {actual} have no percent sign. Add “%” to both.</translation>
    </message>
    <message>
        <source>年度指标值 {target} 和实际完成值 {actual} 都没有单位。请都写上单位，不要只写在指标名称里。</source>
        <translation>The target {target} and the actual value {actual} have no unit. Give it with both, not in the name alone.</translation>
    </message>
    <message>
        <source>实际完成值 {actual} 达到年度指标值 {target} 的 {factor} 倍以上。请核对这两个值；属实的，请在“{reason}”中说明指标值是否定得偏低。</source>
        <translation>The actual value {actual} is {factor} times the target {target} or more. Check both; if they are right, say in “{reason}” whether the target was too low.</translation>
    </message>
    <message>
        <source>年度指标值“{target}”是文字，{cell}没有填写。请简要写明完成情况。</source>
        <translation>The target “{target}” is in words, but {cell} is empty. Describe the results in short.</translation>
    </message>
    <message>
        <source>年度指标值 {target} 是数字，实际完成值“{actual}”却是文字。请填写实际达到的数字。</source>
        <translation>The target {target} is a number, but the actual value “{actual}” is words. Enter the number that was reached.</translation>
    </message>
    <message>
        <source>实际完成值“{actual}”带有比较符号，看不出实际达到多少。请去掉符号，只填写实际数字。</source>
        <translation>The actual value “{actual}” carries an operator, so that it does not tell what was reached. Remove it and enter the number alone.</translation>
    </message>
    <message>
        <source>{cell}没有填写。请填写；如果不需要这一行，请删除整行。</source>
        <translation>{cell} is empty. Fill it in, or delete the row if it is not needed.</translation>
    </message>
    <message>
        <source>实际完成值“{actual}”中有“{text}”，上报系统不接受。请改写为数字或文字。</source>
        <translation>The actual value “{actual}” has “{text}” in it, which portals refuse. Write a number or words instead.</translation>
    </message>
    <message>
        <source>三级指标“{name}”与第 {first} 行重复。请改用不同的名称，以免上报时后一行覆盖前一行。</source>
        <translation>The indicator “{name}” stands in row {first} already. Use another name, or the later row replaces the earlier one on upload.</translation>
    </message>
    <message>
        <source>没有{name}，按表样设置这一类应有 {expected} 分。请补充这一类的指标。</source>
        <translation>There is no {name}, for which the template sets {expected} points. Add indicators of this class.</translation>
    </message>
    <message>
        <source>三级指标“{name}”重复了预算执行情况，这一项已在资金部分计分。请改用反映工作成果的指标。</source>
        <translation>The indicator “{name}” repeats the execution of the budget, which is scored with the funds already. Use one that shows results.</translation>
    </message>
    <message>
        <source>年度指标值为“{target}”，比率最高只能是 100%。请改为“=100%”，或填写低于 100% 的数。</source>
        <translation>The target is “{target}”, but no rate is above 100%. Change it to “=100%”, or to a number below 100%.</translation>
    </message>
    <message>
        <source>三级指标“{name}”应当用数字衡量，年度指标值却是“{target}”。请填写数字，或改用合适的名称。</source>
        <translation>The indicator “{name}” calls for a number, but its target is “{target}”. Enter a number, or use a fitting name.</translation>
    </message>
    <message>
        <source>满意度应当用数字表示，这里填的是“{text}”。请填写百分比。</source>
        <translation>Satisfaction is to be a figure, but “{text}” stands here. Enter a percentage.</translation>
    </message>
    <message>
        <source>实际完成值 {actual} 小于 0，计算得分时按 0 计。请核对实际完成值。</source>
        <translation>The actual value {actual} is below 0 and counts as 0 in the score. Check it.</translation>
    </message>
    <message>
        <source>年度指标值 {target} 为 0，与实际完成值 {actual} 算不出比例。请改正指标值，或自行填写得分。</source>
        <translation>The target {target} is 0, so that there is no ratio to the actual value {actual}. Correct the target, or enter the score yourself.</translation>
    </message>
    <message>
        <source>{rows} 行指标的实际完成值都与年度指标值相同，并且都是满分。请核对实际完成值是否为真实情况。</source>
        <translation>In all {rows} rows the actual value equals the target and the score is full. Check that the actual values are real.</translation>
    </message>
    <message>
        <source>{cell}没有填写。请填写。</source>
        <translation>{cell} is empty. Fill it in.</translation>
    </message>
    <message>
        <source>{sentence}说明：{reason}</source>
        <translation>{sentence} Reason: {reason}</translation>
    </message>
    <message>
        <source>“{name}”本年度的 {count} 张自评表都是 100 分，容易被看作走形式。请逐个核对实际完成值和得分是否属实。</source>
        <translation>All {count} forms of “{name}” in this year have 100 points, which looks like a formality. Check in each whether actual values and scores are true.</translation>
    </message>
    <message>
        <source>实际完成时间“{actual}”已过了自评年度，却得了满分，也没有写原因。请核对时间和得分，或写明原因。</source>
        <translation>It was done at “{actual}”, after the form&apos;s year, yet has full marks and no reason. Check the date and the score, or give the reason.</translation>
    </message>
    <message>
        <source>实际完成时间“{actual}”晚于年度指标值“{target}”，却得了满分，也没有写原因。请核对时间和得分，或写明原因。</source>
        <translation>It was done at “{actual}”, later than the target “{target}”, yet has full marks and no reason. Check the date and the score, or give the reason.</translation>
    </message>
    <message>
        <source>{cell}中写着“{text}”，这一行却得了满分。请按已经完成的部分核对实际完成值和得分。</source>
        <translation>{cell} says “{text}”, yet the row has full marks. Check actual value and score by what is finished.</translation>
    </message>
    <message>
        <source>执行率只有 {rate}%，数量指标却得到 {share}% 的分值。请核对完成的数量；由其他资金支付或尚未结算的，请在完成情况中写明。</source>
        <translation>The execution rate is only {rate}%, yet the quantities earn {share}% of their points. Check the quantities; if other money paid for them, or bills are open, say so in the outcome.</translation>
    </message>
    <message>
        <source>{cell}中写着“{text}”，没有投诉不等于满意。请写明满意度是怎样调查的、调查了多少人。</source>
        <translation>{cell} says “{text}”: no complaint does not mean satisfied. Say how satisfaction was surveyed, and how many people were asked.</translation>
    </message>
    <message>
        <source>“{name}”的实际完成值“{actual}”是金额，应为百分比。请填写完成的金额占计划的百分之几。</source>
        <translation>The actual value “{actual}” of “{name}” is an amount and should be a percentage. Enter how many percent of the plan it is.</translation>
    </message>
    <message>
        <source>成本指标“{name}”的年度指标值为 {target}，成了花得越多越好。请改为“≤”，或换成节约成本的指标。</source>
        <translation>The cost “{name}” has the target {target}, as if spending more were better. Change it to “≤”, or to an indicator of savings.</translation>
    </message>
    <message>
        <source>效益指标“{name}”的年度指标值为 {target}，却看不出是什么的百分比。请改用能够统计的名称，如“…率”“…比例”，并留好计算依据。</source>
        <translation>The benefit “{name}” has the target {target}, and nobody can tell percent of what. Use a name that can be counted, such as “… rate” or “… share”, and keep how it was worked out.</translation>
    </message>
    <message>
        <source>三级指标“{name}”考核的是付款，付款不是项目的产出，预算执行已另有得分。请改为项目做成的事。</source>
        <translation>The indicator “{name}” measures paying, which is no output of a project; spending has its own score. Change it to what the project achieved.</translation>
    </message>
    <message>
        <source>效益指标“{name}”与第 {first} 行的产出指标“{other}”是同一件事，复核时只算一个。请把效益指标改为项目带来的效果。</source>
        <translation>The benefit “{name}” is the same as the output “{other}” in row {first}; reviewers count only one of them. Change the benefit to what the project brought about.</translation>
    </message>
    <message>
        <source>“{name}”中的“{text}”在自评表别处没有提到，可能是从别的项目抄来的。请核对满意度的调查对象。</source>
        <translation>“{text}” in “{name}” appears nowhere else in the form and may come from another project. Check who was surveyed.</translation>
    </message>
    <message>
        <source>“{text}”一个指标里有几件事，其中一件没有完成就不好计分。请分成几行，各写各的指标值。</source>
        <translation>“{text}” holds several tasks in one indicator, which is hard to score when one of them is missed. Split it into rows, each with its own target.</translation>
    </message>
    <message>
        <source>{cell}中的“{text}”与资金表中的金额相差一万倍。请核对是否把元和万元混在了一起。</source>
        <translation>“{text}” in {cell} is 10,000 times apart from an amount of the funds. Check whether yuan and ten thousand yuan were mixed up.</translation>
    </message>
    <message>
        <source>{cell}中的“{text}”与资金表中的金额都不相同。请核对写的是不是本年度本项目的金额。</source>
        <translation>“{text}” in {cell} is none of the amounts of the funds. Check whether it is this year&apos;s amount of this project.</translation>
    </message>
    <message>
        <source>{cell}中写着“{text}”，执行率却是 {rate}%，两处不一致。请核对执行数，或修改文字。</source>
        <translation>{cell} says “{text}”, yet the execution rate is {rate}%: they contradict each other. Check the executed amount, or change the text.</translation>
    </message>
    <message>
        <source>{cell}整段套在引号里，多半是从电子表格粘贴时带来的。请删去首尾的引号。</source>
        <translation>{cell} stands in quotation marks as a whole; they probably came with a cell pasted from a spreadsheet. Delete the first and the last one.</translation>
    </message>
    <message>
        <source>{sentence}同样的问题共 {count} 处。</source>
        <translation>{sentence} The same in {count} places.</translation>
    </message>
    <message>
        <source>{row}的{cell}为 {found}，是负数。请核对；收回的资金请从相应的数里减去，不要填成负数。</source>
        <translation>{row}, {cell}: {found} is negative. Please check; subtract money paid back from the figure it belongs to.</translation>
    </message>
    <message>
        <source>“{text}”的逗号位置不对，看不出是多少。请去掉逗号，或每三位一个逗号。</source>
        <translation>“{text}” has commas in the wrong places, so its value is unclear. Remove them, or put one before every three digits.</translation>
    </message>
</context>
<context>
    <name>FoldingHead</name>
    <message>
        <source>表头</source>
        <translation>Head of the form</translation>
    </message>
    <message>
        <source>展开表头</source>
        <translation>Open the head of the form</translation>
    </message>
    <message>
        <source>表单列表</source>
        <translation>List of forms</translation>
    </message>
    <message>
        <source>（未填项目名称）</source>
        <translation>(no project name)</translation>
    </message>
    <message>
        <source>{0} 年度</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>年度未填</source>
        <translation>no year</translation>
    </message>
    <message>
        <source>展开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>显示项目名称、年度、单位和表样，光标离开后收起</source>
        <translation>Show project name, year, unit and template; folds when the cursor leaves</translation>
    </message>
</context>
<context>
    <name>Foreign</name>
    <message>
        <source>有的平台当作标记；可以改用全角的 ＜ ＞ ＆，或 ≥ ≤</source>
        <translation>some portals take it for markup; use the full-width ＜ ＞ ＆, or ≥ ≤</translation>
    </message>
    <message>
        <source>特殊的空格；请改为普通空格或删去</source>
        <translation>an unusual space; use a plain one or none</translation>
    </message>
    <message>
        <source>看不见的控制字符；请用“整理文字”删去</source>
        <translation>an invisible control character; “Tidy text” removes it</translation>
    </message>
    <message>
        <source>自造字，在别的电脑上会变样；请改用标准字</source>
        <translation>a private character that other PCs show differently; use a standard one</translation>
    </message>
    <message>
        <source>不在 GBK 字符集内，有的平台存不下；可以换一种写法</source>
        <translation>not in GBK, which some portals store in; another wording may help</translation>
    </message>
    <message>
        <source>{place}“{characters}”：{why}</source>
        <translation>{place} “{characters}”: {why}</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>{listed}等 {count} 处</source>
        <translation>{listed} and more, {count} in all</translation>
    </message>
    <message>
        <source>这些字接收方可能不收：{listed}。</source>
        <translation>A receiver may refuse these characters: {listed}.</translation>
    </message>
</context>
<context>
    <name>FormChooser</name>
    <message>
        <source>查找表</source>
        <translation>Find forms</translation>
    </message>
    <message>
        <source>选择表</source>
        <translation>Choose forms</translation>
    </message>
    <message>
        <source>已选的表</source>
        <translation>Chosen forms</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>全不选</source>
        <translation>Select none</translation>
    </message>
    <message>
        <source>只选当前表</source>
        <translation>Only this form</translation>
    </message>
    <message>
        <source>只选左边列出的 {0} 张</source>
        <translation>Only the {0} forms in the list at the left</translation>
    </message>
    <message>
        <source>（未填项目名称）</source>
        <translation>(no project name)</translation>
    </message>
    <message>
        <source>有错误</source>
        <translation>has errors</translation>
    </message>
    <message>
        <source>查找项目或单位…</source>
        <translation>Find a project or unit…</translation>
    </message>
    <message>
        <source>已选 {0} 张，共 {1} 张</source>
        <translation>{0} of {1} chosen</translation>
    </message>
</context>
<context>
    <name>FormCommands</name>
    <message>
        <source>未填项目名称的表</source>
        <translation>the form without a project name</translation>
    </message>
    <message>
        <source>已删除“{0}”。</source>
        <translation>“{0}” deleted.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>FormHead</name>
    <message>
        <source>必填</source>
        <translation>Required</translation>
    </message>
</context>
<context>
    <name>FormList</name>
    <message>
        <source>表单</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>按年度筛选</source>
        <translation>Filter by year</translation>
    </message>
    <message>
        <source>按单位筛选</source>
        <translation>Filter by unit</translation>
    </message>
    <message>
        <source>搜索表单</source>
        <translation>Search forms</translation>
    </message>
    <message>
        <source>表单数量</source>
        <translation>Number of forms</translation>
    </message>
    <message>
        <source>排序</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>搜索项目或单位…</source>
        <translation>Search project or unit…</translation>
    </message>
    <message>
        <source>按录入顺序</source>
        <translation>As entered</translation>
    </message>
    <message>
        <source>按项目名称</source>
        <translation>By project</translation>
    </message>
    <message>
        <source>按总分，从高到低</source>
        <translation>By total, highest first</translation>
    </message>
    <message>
        <source>按状态，有错误的在前</source>
        <translation>By state, errors first</translation>
    </message>
    <message>
        <source>选择表单的排列顺序</source>
        <translation>Choose the order of the forms</translation>
    </message>
    <message>
        <source>{0} 张表</source>
        <translation>Forms: {0}</translation>
    </message>
    <message>
        <source>{0} 张可打印</source>
        <translation>{0} ready</translation>
    </message>
    <message>
        <source>{0} 张有错误</source>
        <translation>{0} with errors</translation>
    </message>
    <message>
        <source>{0} 张待认可</source>
        <translation>{0} to confirm</translation>
    </message>
    <message>
        <source>{0} 张未显示</source>
        <translation>{0} not shown</translation>
    </message>
    <message>
        <source>全部年度</source>
        <translation>All years</translation>
    </message>
    <message>
        <source>{0} 年度</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>全部单位</source>
        <translation>All units</translation>
    </message>
</context>
<context>
    <name>FormTableModel</name>
    <message>
        <source>空</source>
        <translation>blank</translation>
    </message>
</context>
<context>
    <name>FormsModel</name>
    <message>
        <source>执行 {0}</source>
        <translation>Rate {0}</translation>
    </message>
    <message>
        <source>{0} 分</source>
        <translation>{0} points</translation>
    </message>
    <message>
        <source>（未填项目名称）</source>
        <translation>(no project name)</translation>
    </message>
    <message>
        <source>{0} 年度</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>年度未填</source>
        <translation>no year</translation>
    </message>
</context>
<context>
    <name>FundsTab</name>
    <message>
        <source>资金</source>
        <translation>Funds</translation>
    </message>
    <message>
        <source>金额单位：{unit}&#x3000;灰底由程序计算，可以改填，清空后恢复：合计 = 各项之和，{rate}，得分 = 执行率 × 分值（最高不超过分值）</source>
        <translation>Money unit: {unit}. Grey cells are calculated; you may overwrite them, clearing goes back: total = sum of its parts, {rate}, score = execution rate × weight (never above the weight)</translation>
    </message>
    <message>
        <source>金额单位：{unit}&#x3000;灰底由程序计算：{rate}，得分 = 执行率 × 分值（最高不超过分值），得分可以改填</source>
        <translation>Money unit: {unit}. Grey cells are calculated: {rate}, score = execution rate × weight (never above the weight); you may overwrite the score</translation>
    </message>
</context>
<context>
    <name>FurtherFields</name>
    <message>
        <source>必填</source>
        <translation>Required</translation>
    </message>
</context>
<context>
    <name>Grades</name>
    <message>
        <source>达成</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>部分达成</source>
        <translation>Partly met</translation>
    </message>
    <message>
        <source>未达成</source>
        <translation>Not met</translation>
    </message>
</context>
<context>
    <name>HandOverCommands</name>
    <message>
        <source>生成交接包</source>
        <translation>Make a Hand-Over Package</translation>
    </message>
    <message>
        <source>交接包 (*{0})</source>
        <translation>Hand-over package (*{0})</translation>
    </message>
    <message>
        <source>从交接包接收</source>
        <translation>Take Over from a Package</translation>
    </message>
    <message>
        <source>正在核对交接包…</source>
        <translation>Checking the package…</translation>
    </message>
    <message>
        <source>正在清点台账…</source>
        <translation>Counting the ledger…</translation>
    </message>
    <message>
        <source>正在写交接包…</source>
        <translation>Writing the package…</translation>
    </message>
    <message>
        <source>已生成交接包 {0}，写好后逐个文件核对过。</source>
        <translation>Made the package {0}; every file in it was checked after writing. </translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open Folder</translation>
    </message>
    <message>
        <source>正在接收…</source>
        <translation>Taking over…</translation>
    </message>
    <message>
        <source>打开 {0}</source>
        <translation>Open {0}</translation>
    </message>
    <message>
        <source>已接收为 {0}，还没有打开。</source>
        <translation>Received as {0}, which is not open yet.</translation>
    </message>
    <message>
        <source>已接收为 {0}。</source>
        <translation>Taken over as {0}. </translation>
    </message>
    <message>
        <source>与交出时一致。</source>
        <translation> All as it was handed over.</translation>
    </message>
    <message>
        <source>清点的数目与交接清单不同，请与移交的人核对。</source>
        <translation> The counts differ from the list: check with whoever handed it over.</translation>
    </message>
    <message>
        <source>表样 {0} 没有安装：与这里已装的不同，或写不进去；原来的表不受影响。</source>
        <translation>Template {0} was not installed: it differs from the one installed here, or could not be written. Forms that exist are not affected.</translation>
    </message>
</context>
<context>
    <name>HandingOver</name>
    <message>
        <source>台账“{ledger}”，{at} 由程序 {program} 生成，{size} KB。</source>
        <translation>Ledger “{ledger}”, packed {at} by version {program}, {size} KB.</translation>
    </message>
    <message>
        <source>共 {forms} 张表，{issues} 份打印和导出留存；错误 {errors}，未核对的值 {waiting}，未处理的退回意见 {comments}。</source>
        <translation>{forms} forms, {issues} kept prints and exports; errors {errors}, values to confirm {waiting}, open comments {comments}.</translation>
    </message>
    <message>
        <source>未填年度</source>
        <translation>No year</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>填写说明</source>
        <translation>Field help</translation>
    </message>
    <message>
        <source>关闭填写说明</source>
        <translation>Close the field help</translation>
    </message>
    <message>
        <source>关闭（F1 或 Esc）</source>
        <translation>Close (F1 or Esc)</translation>
    </message>
    <message>
        <source>填写说明（F1 关闭）</source>
        <translation>Field help (F1 closes it)</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>开始记录</source>
        <translation>Begun</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restored</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Exported</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>结转</source>
        <translation>Carried over</translation>
    </message>
    <message>
        <source>认可</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>待认可</source>
        <translation>To be confirmed</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>说明理由</source>
        <translation>Explained</translation>
    </message>
    <message>
        <source>留存</source>
        <translation>Kept aside</translation>
    </message>
    <message>
        <source>表样换版</source>
        <translation>Template version</translation>
    </message>
    <message>
        <source>增加行</source>
        <translation>Row added</translation>
    </message>
    <message>
        <source>删除行</source>
        <translation>Row deleted</translation>
    </message>
    <message>
        <source>移动行</source>
        <translation>Row moved</translation>
    </message>
    <message>
        <source>整张表</source>
        <translation>Whole form</translation>
    </message>
    <message>
        <source>{place}（已删除的行）</source>
        <translation>{place} (a deleted row)</translation>
    </message>
    <message>
        <source>未填项目名称的表</source>
        <translation>a form without a project name</translation>
    </message>
    <message>
        <source>复制自“{name}”</source>
        <translation>Copy of “{name}”</translation>
    </message>
    <message>
        <source>取自“{name}”最早的内容</source>
        <translation>From the earliest content of “{name}”</translation>
    </message>
    <message>
        <source>取自“{name}”{at} 的内容</source>
        <translation>From “{name}” as of {at}</translation>
    </message>
    <message>
        <source>开始记录时</source>
        <translation>When recording began</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>now</translation>
    </message>
    <message>
        <source>{one}的内容与{other}相同。</source>
        <translation>{one}: the same as {other}.</translation>
    </message>
    <message>
        <source>{one}的内容与{other}有 {count} 处不同：</source>
        <translation>{one}: differs from {other} in {count} places:</translation>
    </message>
    <message>
        <source>{at} 时</source>
        <translation>As of {at}</translation>
    </message>
    <message>
        <source>只看 {place}</source>
        <translation>Only {place}</translation>
    </message>
    <message>
        <source>已按开始记录时的内容新建一张表。</source>
        <translation>A new form was made from the content when recording began.</translation>
    </message>
    <message>
        <source>已按 {at} 的内容新建一张表。</source>
        <translation>A new form was made from the content as of {at}.</translation>
    </message>
    <message>
        <source>已从回收站恢复 {count} 张表。</source>
        <translation>Forms brought back from the recycle bin: {count}.</translation>
    </message>
</context>
<context>
    <name>HistoryCommands</name>
    <message>
        <source>回收站是空的。</source>
        <translation>The recycle bin is empty.</translation>
    </message>
    <message>
        <source>请先把光标放到要看历史的格里。</source>
        <translation>First put the cursor into the cell whose history you want to see.</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>变更历史</source>
        <translation>Change history</translation>
    </message>
    <message>
        <source>看哪些变更</source>
        <translation>Which changes to show</translation>
    </message>
    <message>
        <source>比较</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>不同之处</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>恢复为新表</source>
        <translation>Restore as new form</translation>
    </message>
    <message>
        <source>到这一格</source>
        <translation>Go to this cell</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>全部变更</source>
        <translation>All changes</translation>
    </message>
    <message>
        <source>选一行，与现在比较；按住 Ctrl 或 Shift 再选一行，比较那两个时候的内容。</source>
        <translation>Select a line to compare with now; hold Ctrl or Shift and select another to compare those two times.</translation>
    </message>
    <message>
        <source>那时</source>
        <translation>Then</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>后来</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>操作人</source>
        <translation>User</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>原来</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>改为</source>
        <translation>After</translation>
    </message>
</context>
<context>
    <name>ImportCommands</name>
    <message>
        <source>自评表 ({0});;所有文件 (*)</source>
        <translation>Forms ({0});;All files (*)</translation>
    </message>
    <message>
        <source>导入自评表</source>
        <translation>Import forms</translation>
    </message>
    <message>
        <source>正在读取文件…</source>
        <translation>Reading files…</translation>
    </message>
    <message>
        <source>有 {0} 个文件没有读出，台账没有改动：</source>
        <translation>{0} files could not be read; the ledger is unchanged:</translation>
    </message>
    <message>
        <source>没有读出的文件</source>
        <translation>Files that could not be read</translation>
    </message>
    <message>
        <source>不管它们，继续导入其余文件</source>
        <translation>Leave them out and import the others</translation>
    </message>
    <message>
        <source>台账里已有内容相同的表（{0} 号）。</source>
        <translation>The ledger holds a form that says the same (no. {0}).</translation>
    </message>
    <message>
        <source>文件里认出的内容已填进当前表。</source>
        <translation>What was recognised in the file is now in the open form.</translation>
    </message>
    <message>
        <source>已导入 {0} 张表。</source>
        <translation>Forms imported: {0}.</translation>
    </message>
    <message>
        <source>其中 {0} 张与台账里原有的表内容相同。</source>
        <translation> Of these, {0} say the same as forms that were in the ledger.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>认出的表</source>
        <translation>Forms recognised</translation>
    </message>
    <message>
        <source>表样</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>没有读的部分</source>
        <translation>What was not read</translation>
    </message>
    <message>
        <source>填进当前表</source>
        <translation>Fill into open form</translation>
    </message>
    <message>
        <source>与前面的一张内容相同。</source>
        <translation>It says the same as one above.</translation>
    </message>
    <message>
        <source>同一个文件里有完整的自评表，这一张没有勾选。</source>
        <translation>The same file holds a whole form, so that this is not ticked.</translation>
    </message>
    <message>
        <source>（没有项目名称）</source>
        <translation>(no project name)</translation>
    </message>
    <message>
        <source>认出 {0} 张表，还没有存入</source>
        <translation>Recognised, not stored yet: {0}</translation>
    </message>
    <message>
        <source>作为 {0} 张新表导入</source>
        <translation>Import as new forms: {0}</translation>
    </message>
    <message>
        <source>请至少勾选一张表。</source>
        <translation>Tick at least one form.</translation>
    </message>
    <message>
        <source>有一张表没有勾选要导入的内容。</source>
        <translation>Of one form nothing is ticked to be imported.</translation>
    </message>
    <message>
        <source>填进当前表时，当前表有 {0} 行指标文件里没有，不再保留。</source>
        <translation>When it fills the open form, rows of that form that the file does not have are given up: {0}.</translation>
    </message>
    <message>
        <source>导入的值带“导入”标记，可以一次撤销。</source>
        <translation>Imported values are marked as such; one undo takes them back.</translation>
    </message>
    <message>
        <source>不要没有填写的 {0} 行指标（如“……”“指标2：”）</source>
        <translation>Leave out {0} indicator rows that nobody filled in (only a mark or a number in the name)</translation>
    </message>
    <message>
        <source>其次接近的表样</source>
        <translation>Next nearest template</translation>
    </message>
    <message>
        <source>其次接近：{0}</source>
        <translation>Next nearest: {0}</translation>
    </message>
</context>
<context>
    <name>Incoming</name>
    <message>
        <source>{place}是隐藏的，没有读。</source>
        <translation>{place} is hidden and was not read.</translation>
    </message>
    <message>
        <source>{place}里没有认出自评表。</source>
        <translation>No form was recognised in {place}.</translation>
    </message>
    <message>
        <source>{place}的内容太多，不像自评表，没有读。</source>
        <translation>{place} holds more than a form can and was not read.</translation>
    </message>
    <message>
        <source>{place}的 {text} 等格离表格太远，没有读。</source>
        <translation>Cells of {place} far from the table, such as {text}, were not read.</translation>
    </message>
    <message>
        <source>自评表</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>绩效目标表</source>
        <translation>Target form</translation>
    </message>
    <message>
        <source>指标清单</source>
        <translation>List of indicators</translation>
    </message>
    <message>
        <source>基本信息</source>
        <translation>General</translation>
    </message>
    <message>
        <source>资金</source>
        <translation>Funds</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Goals</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>第 {name} 个表格</source>
        <translation>Table {name}</translation>
    </message>
    <message>
        <source>工作表“{name}”</source>
        <translation>Sheet “{name}”</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>{where}“{text}”：{reason}</source>
        <translation>{where} “{text}”: {reason}</translation>
    </message>
    <message>
        <source>{where}：{reason}</source>
        <translation>{where}: {reason}</translation>
    </message>
    <message>
        <source>还有 {count} 处。</source>
        <translation>{count} more.</translation>
    </message>
    <message>
        <source>{place} {cell}</source>
        <translation>{place} {cell}</translation>
    </message>
    <message>
        <source>{place}上方</source>
        <translation>above {place}</translation>
    </message>
    <message>
        <source>{place}第 {row} 行第 {column} 列</source>
        <translation>{place}, row {row}, column {column}</translation>
    </message>
    <message>
        <source>{place}是{kind}，同一个文件里有完整的自评表，没有导入。</source>
        <translation>{place} is of kind “{kind}” and was not imported, because the same file has whole forms.</translation>
    </message>
    <message>
        <source>{where}：{note}</source>
        <translation>{where}: {note}</translation>
    </message>
    <message>
        <source>{place}有 {count} 行指标没有填写，照样导入；打开后用“删除空白指标行”可以一次删去。</source>
        <translation>{place} has {count} indicator rows that nobody filled in. They were imported; “Delete blank indicator rows” removes them in one step.</translation>
    </message>
    <message>
        <source>{place}里没有认出自评表，内容没有导入。</source>
        <translation>{place}: no form was recognised, and its content was not imported.</translation>
    </message>
    <message>
        <source>表样：{best}（其次接近：{second}）</source>
        <translation>Template: {best} (next nearest: {second})</translation>
    </message>
    <message>
        <source>{place}下方</source>
        <translation>Below {place}</translation>
    </message>
    <message>
        <source>{place}第 {text} 行是隐藏的，没有读。</source>
        <translation>Rows {text} of {place} are hidden and were not read.</translation>
    </message>
    <message>
        <source>{place}第 {text} 列是隐藏的，没有读。</source>
        <translation>Columns {text} of {place} are hidden and were not read.</translation>
    </message>
</context>
<context>
    <name>IndicatorGrid</name>
    <message>
        <source>没有有问题的行。再按 Ctrl+F8 显示全部行。</source>
        <translation>No row has a finding. Press Ctrl+F8 again to see all rows.</translation>
    </message>
</context>
<context>
    <name>IndicatorsModel</name>
    <message>
        <source>，建议</source>
        <translation>, suggested</translation>
    </message>
    <message>
        <source>，{low}–{high} 分</source>
        <translation>, {low}–{high} points</translation>
    </message>
    <message>
        <source>达成情况</source>
        <translation>Achievement</translation>
    </message>
</context>
<context>
    <name>IndicatorsTab</name>
    <message>
        <source>绩效指标</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>更多操作</source>
        <translation>More actions</translation>
    </message>
    <message>
        <source>指标行的操作</source>
        <translation>Row actions</translation>
    </message>
    <message>
        <source>共 {rows} 行&#x3000;分值合计 {weight}（含执行率 {execution}）&#x3000;总分 {score}</source>
        <translation>Rows: {rows}   Weights {weight} (with {execution} for execution)   Total {score}</translation>
    </message>
</context>
<context>
    <name>InputQuestions</name>
    <message>
        <source>{place}“{typed}”没有百分号，是百分数吗？</source>
        <translation>{place}: “{typed}” has no percent sign. Is it a percentage?</translation>
    </message>
    <message>
        <source>改为 {0}</source>
        <translation>Change to {0}</translation>
    </message>
    <message>
        <source>就是 {0}</source>
        <translation>It is {0}</translation>
    </message>
    <message>
        <source>第 {row} 行的目标是“{target}”，实际是“{actual}”，没有达到。达成情况建议选“{grade}”。</source>
        <translation>Row {row} has the target “{target}” and the result “{actual}”, which misses it. The grade should be “{grade}”.</translation>
    </message>
    <message>
        <source>选“{0}”</source>
        <translation>Choose “{0}”</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>到下面一格</source>
        <translation>To the cell below</translation>
    </message>
    <message>
        <source>到上面一格</source>
        <translation>To the cell above</translation>
    </message>
    <message>
        <source>到后面要填的一格；指标填完最后一格，另起一行</source>
        <translation>To the next cell to fill in; after the last indicator, to a new row</translation>
    </message>
    <message>
        <source>到前面要填的一格</source>
        <translation>To the previous cell to fill in</translation>
    </message>
    <message>
        <source>到相邻的格，到边为止</source>
        <translation>To the cell beside it, stopping at the edge</translation>
    </message>
    <message>
        <source>到第一格，到最后一格</source>
        <translation>To the first cell, to the last cell</translation>
    </message>
    <message>
        <source>选定一片</source>
        <translation>Select a block</translation>
    </message>
    <message>
        <source>离开表格，到后面或前面的一项</source>
        <translation>Leave the table, to what comes after or before it</translation>
    </message>
    <message>
        <source>接着改这一格；直接打字则替换原来的内容</source>
        <translation>Change the cell; typing at once replaces its content</translation>
    </message>
    <message>
        <source>放弃这一格刚才的输入</source>
        <translation>Give up what was just typed into the cell</translation>
    </message>
    <message>
        <source>清空选定的格；计算的格恢复计算值</source>
        <translation>Clear the selected cells; calculated ones go back to the calculated value</translation>
    </message>
    <message>
        <source>在格里换行</source>
        <translation>New line inside the cell</translation>
    </message>
    <message>
        <source>正在填的格：打开清单或备选的说法</source>
        <translation>While filling in a cell: open its list or the words on offer</translation>
    </message>
    <message>
        <source>复制、剪切、粘贴选定的格</source>
        <translation>Copy, cut, paste the selected cells</translation>
    </message>
    <message>
        <source>填写说明翻页，光标留在格里</source>
        <translation>Page through the field help; the cursor stays in its cell</translation>
    </message>
    <message>
        <source>收起填写说明</source>
        <translation>Put the field help away</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>快捷键</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>表格里</source>
        <translation>In the tables</translation>
    </message>
    <message>
        <source>填写说明</source>
        <translation>Field help</translation>
    </message>
    <message>
        <source>表格里的记号</source>
        <translation>Signs in the tables</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>按键</source>
        <translation>Keys</translation>
    </message>
</context>
<context>
    <name>KindFilter</name>
    <message>
        <source>{kind}：{count} 条，按下则显示</source>
        <translation>{kind}: {count}, shown while pressed</translation>
    </message>
    <message>
        <source>显示或不显示“{kind}”</source>
        <translation>Show or hide “{kind}”</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>简体中文</source>
        <translation>English</translation>
    </message>
</context>
<context>
    <name>LastYear</name>
    <message>
        <source>上年（{year} 年度）：{text}</source>
        <translation>Last year ({year}): {text}</translation>
    </message>
    <message>
        <source>上年（{year} 年度）没有这个指标。</source>
        <translation>Last year ({year}) has no such indicator.</translation>
    </message>
    <message>
        <source>上年（{year} 年度）这一格没有填写。</source>
        <translation>Last year ({year}) left this cell blank.</translation>
    </message>
    <message>
        <source>这张表没有填年度，找不到上年的表。</source>
        <translation>This form has no year, so last year&apos;s cannot be found.</translation>
    </message>
    <message>
        <source>台账里没有同一项目上年（{year} 年度）的表。</source>
        <translation>The ledger has no form of this project for last year ({year}).</translation>
    </message>
</context>
<context>
    <name>LedgerCheckCommands</name>
    <message>
        <source>台账里还没有自评表。</source>
        <translation>There is no form in the ledger yet.</translation>
    </message>
    <message>
        <source>全部 {0} 张表</source>
        <translation>All {0} forms</translation>
    </message>
    <message>
        <source>左边列出的 {0} 张表</source>
        <translation>The {0} forms listed on the left</translation>
    </message>
    <message>
        <source>只有当前表</source>
        <translation>The open form only</translation>
    </message>
    <message>
        <source>打开台账后可以停用提醒和提示</source>
        <translation>Open a ledger to switch off warnings and hints</translation>
    </message>
    <message>
        <source>正在重新检查…</source>
        <translation>Checking anew…</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>正在检查…</source>
        <translation>Checking…</translation>
    </message>
</context>
<context>
    <name>LedgerCheckDialog</name>
    <message>
        <source>检查全部自评表</source>
        <translation>Check of All Forms</translation>
    </message>
    <message>
        <source>检查结果</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>检查哪些表</source>
        <translation>Which forms to check</translation>
    </message>
    <message>
        <source>全部 {0} 张表</source>
        <translation>All {0} forms</translation>
    </message>
    <message>
        <source>左边列出的 {0} 张表</source>
        <translation>The {0} forms listed on the left</translation>
    </message>
    <message>
        <source>排列</source>
        <translation>Arrange</translation>
    </message>
    <message>
        <source>按表排列</source>
        <translation>By form</translation>
    </message>
    <message>
        <source>按规则排列</source>
        <translation>By rule</translation>
    </message>
    <message>
        <source>问题和做法</source>
        <translation>What is wrong and what to do</translation>
    </message>
    <message>
        <source>{0} 检查了 {1} 张表：{2}。</source>
        <translation>{0}: {1} forms checked: {2}.</translation>
    </message>
    <message>
        <source>其中 {0} 张没有发现问题。</source>
        <translation>{0} of them without findings.</translation>
    </message>
    <message>
        <source>检查报告…</source>
        <translation>Check Report…</translation>
    </message>
    <message>
        <source>重新检查</source>
        <translation>Check Again</translation>
    </message>
    <message>
        <source>回车或双击打开该表，跳到该处。</source>
        <translation>Press Enter or double-click to open the form at that cell.</translation>
    </message>
</context>
<context>
    <name>LedgerCommands</name>
    <message>
        <source>新建台账</source>
        <translation>New ledger</translation>
    </message>
    <message>
        <source>绩效自评台账</source>
        <translation>Self-evaluation ledger</translation>
    </message>
    <message>
        <source>未保存的表</source>
        <translation>Unsaved form</translation>
    </message>
    <message>
        <source>打开台账</source>
        <translation>Open ledger</translation>
    </message>
    <message>
        <source>现在还不能编辑。</source>
        <translation>It still cannot be edited.</translation>
    </message>
    <message>
        <source>程序出了错，这个台账暂时存不进去。可以另存为一个新台账。</source>
        <translation>The program had a fault and cannot store into this ledger. You can save the form as a new ledger.</translation>
    </message>
    <message>
        <source>另存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>台账 (*{0})</source>
        <translation>Ledgers (*{0})</translation>
    </message>
</context>
<context>
    <name>LedgerPage</name>
    <message>
        <source>文件没有导入：还没有打开台账。请先新建或打开一个台账，再把文件拖进来。</source>
        <translation>The files were not imported: no ledger is open. Create or open one first, then drop the files again.</translation>
    </message>
    <message>
        <source>文件没有导入：台账是只读打开的，不能修改。</source>
        <translation>The files were not imported: the ledger is open for reading only.</translation>
    </message>
</context>
<context>
    <name>LedgerProblemsModel</name>
    <message>
        <source>程度</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>问题和做法</source>
        <translation>What is wrong and what to do</translation>
    </message>
</context>
<context>
    <name>Lengths</name>
    <message>
        <source>{place}最多 {most} 个字，要放进去的有 {length} 个字，没有放进去，也没有截断。原来的内容不变。</source>
        <translation>{place} takes {most} characters at most; these are {length}. They were not put in and nothing was cut: what was there stays.</translation>
    </message>
</context>
<context>
    <name>LibraryDialog</name>
    <message>
        <source>指标库</source>
        <translation>Indicator Library</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>查找指标</source>
        <translation>Find indicators</translation>
    </message>
    <message>
        <source>一级和二级指标</source>
        <translation>Levels 1 and 2</translation>
    </message>
    <message>
        <source>已选的指标</source>
        <translation>Chosen indicators</translation>
    </message>
    <message>
        <source>加入</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>一级指标</source>
        <translation>Level 1</translation>
    </message>
    <message>
        <source>二级指标</source>
        <translation>Level 2</translation>
    </message>
    <message>
        <source>三级指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>年度指标值</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>本表已有</source>
        <translation>In this form already</translation>
    </message>
    <message>
        <source>“参考指标”是常见的写法，不是规定；指标值请按本项目修改。加入后可以撤销。</source>
        <translation>“Reference” marks what is in common use, not what is prescribed; change the targets to fit the project. Adding can be undone.</translation>
    </message>
    <message>
        <source>输入几个字查找；↑↓ 选择，空格勾选，回车加入</source>
        <translation>Type to search; ↑↓ choose, Space ticks, Enter adds</translation>
    </message>
    <message>
        <source>没有勾选；回车加入光标所在的一项。</source>
        <translation>None is ticked; Enter adds the current one.</translation>
    </message>
    <message>
        <source>已勾选 {count} 项：{names}</source>
        <translation>{count} ticked: {names}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>ListingDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>项目名称</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>实施单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>总分</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>页数</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>校验码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>合计（{count} 张表）</source>
        <translation>Total (forms: {count})</translation>
    </message>
    <message>
        <source>（共 {forms} 张表，{pages} 页，每张 {copies} 份）</source>
        <translation>(Forms: {forms}; pages: {pages}; copies of each: {copies})</translation>
    </message>
    <message>
        <source>（共 {forms} 张表，{pages} 页）</source>
        <translation>(Forms: {forms}; pages: {pages})</translation>
    </message>
    <message>
        <source>财政项目支出绩效自评表清单</source>
        <translation>List of Self-Evaluation Forms</translation>
    </message>
    <message>
        <source>交接包</source>
        <translation>handover</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>表数</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Errors</translation>
    </message>
    <message>
        <source>未核对的值</source>
        <translation>Values to confirm</translation>
    </message>
    <message>
        <source>未处理的退回意见</source>
        <translation>Open comments</translation>
    </message>
    <message>
        <source>（台账：{ledger}&#x3000;{at}）</source>
        <translation>(Ledger: {ledger}. {at})</translation>
    </message>
    <message>
        <source>交接清单</source>
        <translation>Handover List</translation>
    </message>
    <message>
        <source>移交人：</source>
        <translation>Handed over by: </translation>
    </message>
    <message>
        <source>接收人：</source>
        <translation>Received by: </translation>
    </message>
    <message>
        <source>监交人：</source>
        <translation>Witness: </translation>
    </message>
    <message>
        <source>交接日期：</source>
        <translation>Date: </translation>
    </message>
    <message>
        <source>未填年度</source>
        <translation>No year</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>打印和导出留存：{issues} 份；单位：{units} 个；程序版本：{program}。</source>
        <translation>Kept prints and exports: {issues}; units: {units}; version of the program: {program}.</translation>
    </message>
    <message>
        <source>台账在交接包里，连同全部历史、备注、理由和留存件。接收时用“从交接包接收”，核对后存为新台账。</source>
        <translation>The ledger is in the package, with all its history, notes, reasons and kept copies. Take it over with “Take Over from a Package”: it is checked and saved as a new ledger.</translation>
    </message>
    <message>
        <source>绩效自评上报包</source>
        <translation>upload-package</translation>
    </message>
    <message>
        <source>核对格数</source>
        <translation>Cells read</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Differ</translation>
    </message>
    <message>
        <source>上报包核对单</source>
        <translation>Proof List of the Upload Package</translation>
    </message>
    <message>
        <source>（PDF 与 Excel 文件写好后重新读出，与表中内容逐格比较）</source>
        <translation>(The finished PDF and Excel files were read back and compared with the forms cell by cell)</translation>
    </message>
    <message>
        <source>核对人：</source>
        <translation>Checked by: </translation>
    </message>
    <message>
        <source>核对日期：</source>
        <translation>Date: </translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>已录</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>（{name}）</source>
        <translation>({name})</translation>
    </message>
    <message>
        <source>录入对照单</source>
        <translation>List for Typing Over</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>万元</source>
        <translation>10,000 yuan</translation>
    </message>
    <message>
        <source>财政项目支出绩效自评汇总表</source>
        <translation>Summary of Self-Evaluation Forms</translation>
    </message>
    <message>
        <source>（{year}年度&#x3000;金额单位：{money_unit}）</source>
        <translation>({year}. Amounts in {money_unit})</translation>
    </message>
    <message>
        <source>主管部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>年初预算数</source>
        <translation>Initial budget</translation>
    </message>
    <message>
        <source>全年预算数</source>
        <translation>Annual budget</translation>
    </message>
    <message>
        <source>全年执行数</source>
        <translation>Spent in the year</translation>
    </message>
    <message>
        <source>执行率</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>自评得分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>自评等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>填报单位（盖章）：</source>
        <translation>Unit (seal): </translation>
    </message>
    <message>
        <source>单位负责人：</source>
        <translation>Head of unit: </translation>
    </message>
    <message>
        <source>填表人：</source>
        <translation>Filled in by: </translation>
    </message>
    <message>
        <source>填报日期：</source>
        <translation>Date: </translation>
    </message>
    <message>
        <source>小计：{unit}（{count} 个项目）</source>
        <translation>Subtotal: {unit} (projects: {count})</translation>
    </message>
    <message>
        <source>未填单位</source>
        <translation>no unit</translation>
    </message>
    <message>
        <source>合计（{count} 个项目）</source>
        <translation>Total (projects: {count})</translation>
    </message>
    <message>
        <source>{grade} {count} 个</source>
        <translation>{grade} {count}</translation>
    </message>
    <message>
        <source>未评级</source>
        <translation>not graded</translation>
    </message>
    <message>
        <source>自评等级：{grades}</source>
        <translation>Grades: {grades}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>平均分</source>
        <translation>Mean</translation>
    </message>
</context>
<context>
    <name>LongTextDialog</name>
    <message>
        <source>展开编辑</source>
        <translation>Edit in a Large Box</translation>
    </message>
    <message>
        <source>整理…</source>
        <translation>Tidy…</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>随写随存，关闭不会丢失；Ctrl+Z 撤销。</source>
        <translation>Saved as you write: nothing is lost by closing. Ctrl+Z undoes.</translation>
    </message>
    <message>
        <source>去掉粘贴带来的空格、换行和重复标点（Ctrl+T）</source>
        <translation>Remove spaces, line breaks and doubled marks that came in by pasting (Ctrl+T)</translation>
    </message>
    <message>
        <source>没有要整理的空格、换行和重复标点</source>
        <translation>No spaces, line breaks or doubled marks to tidy</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>绩效自评</source>
        <translation>Selfeval</translation>
    </message>
    <message>
        <source>最近的台账</source>
        <translation>Recent ledgers</translation>
    </message>
    <message>
        <source>桌面设置的输入法是 fcitx，但没有连上，本程序里可能打不出中文；已填的内容不受影响。请启动 fcitx5；没有安装时（旧版 fcitx4 连不上），请管理员安装 fcitx5 和 fcitx5-chinese-addons（或 ibus 和 ibus-libpinyin），注销后重新登录。在此之前可以在别的程序里写好，再粘贴过来。</source>
        <translation>The desktop asks for the input method fcitx, but it does not answer, so Chinese may not be typed in this program; what is filled in is safe. Start fcitx5; where it is not installed (the older fcitx4 cannot be reached), ask the administrator to install fcitx5 and fcitx5-chinese-addons (or ibus and ibus-libpinyin), then log out and in again. Until then, write in another program and paste.</translation>
    </message>
    <message>
        <source>下次打开程序时改用所选的语言。</source>
        <translation>The chosen language is used when the program is opened next.</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>未填项目名称</source>
        <translation>no project name</translation>
    </message>
    <message>
        <source>{0}（只读）</source>
        <translation>{0} (read-only)</translation>
    </message>
</context>
<context>
    <name>Margins</name>
    <message>
        <source>从文件导入，还没有认可（Ctrl+K 认可）</source>
        <translation>Imported from a file, not confirmed yet (Ctrl+K confirms)</translation>
    </message>
    <message>
        <source>从上年结转，还没有认可（Ctrl+K 认可）</source>
        <translation>Carried over from last year, not confirmed yet (Ctrl+K confirms)</translation>
    </message>
    <message>
        <source>私人备注：{note}</source>
        <translation>Private note: {note}</translation>
    </message>
    <message>
        <source>已认可 {count} 格的值。</source>
        <translation>Values of {count} cells confirmed.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>消息</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>关闭消息</source>
        <translation>Close message</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>私人备注</source>
        <translation>Private note</translation>
    </message>
    <message>
        <source>只给自己看：不打印，不导出。清空后备注就去掉。</source>
        <translation>For you alone: neither printed nor exported. Clear the text to remove the note.</translation>
    </message>
    <message>
        <source>保留</source>
        <translation>Keep</translation>
    </message>
</context>
<context>
    <name>OutputEventsModel</name>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Output</translation>
    </message>
    <message>
        <source>校验码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>与现在的数据比较</source>
        <translation>Compared with the Data Now</translation>
    </message>
</context>
<context>
    <name>PackageCommands</name>
    <message>
        <source>还没有一张表可以上报：先改正检查结果里的错误。</source>
        <translation>No form can be handed up yet: first correct the errors that the checks found.</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>下列各表还不能上报，没有写上报包。</source>
        <translation>These forms cannot be handed up yet; no package was written.</translation>
    </message>
    <message>
        <source>还不能上报的表</source>
        <translation>Forms not ready</translation>
    </message>
    <message>
        <source>正在写上报包并核对…</source>
        <translation>Writing and proving the package…</translation>
    </message>
    <message>
        <source>共 {0} 张表、{1} 个文件，读回核对 {2} 格，没有差异。</source>
        <translation> {0} forms, {1} files, {2} cells read back without a difference.</translation>
    </message>
</context>
<context>
    <name>PackageDialog</name>
    <message>
        <source>导出上报包</source>
        <translation>Export package</translation>
    </message>
    <message>
        <source>保存到</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>要上报的表</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>每张表有 PDF、Excel 和数据文件各一个，另有年度汇总表、核对单和文件清单。文件写好后重新读出，与表中内容逐格比较，有一处不同就不留下上报包。</source>
        <translation>Each form gives a PDF, an Excel and a data file; a summary, a proof list and a manifest are added. The finished files are read back and compared cell by cell; one difference, and no package is kept.</translation>
    </message>
    <message>
        <source>请至少选一张表。</source>
        <translation>Please choose one form at least.</translation>
    </message>
    <message>
        <source>请填写保存到哪里。</source>
        <translation>Please say where to save.</translation>
    </message>
    <message>
        <source>已有同名文件，导出后会被替换。</source>
        <translation>A file of that name exists and will be replaced.</translation>
    </message>
    <message>
        <source>另有 {0} 张表还有错误，不能上报，没有列出。</source>
        <translation>{0} more forms have errors and cannot be handed up; they are not listed.</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>上报包保存到</source>
        <translation>Save the package to</translation>
    </message>
</context>
<context>
    <name>Packages</name>
    <message>
        <source>与校验单一致，可以安装。校验单：{sheet}。</source>
        <translation>It equals the hash sheet and can be installed. Hash sheet: {sheet}.</translation>
    </message>
    <message>
        <source>与校验单不一致：文件不完整，或者被改过。请不要安装，重新拷贝一份再核对。校验单：{sheet}。</source>
        <translation>It differs from the hash sheet: the file is incomplete or was changed. Do not install it; copy it anew and check again. Hash sheet: {sheet}.</translation>
    </message>
    <message>
        <source>校验单 {sheet} 里没有这个文件名的一行，无法核对。请向发放安装包的人要相应的校验单。</source>
        <translation>The hash sheet {sheet} has no line for a file of this name, so it cannot be checked. Ask those who hand out the package for its sheet.</translation>
    </message>
    <message>
        <source>旁边没有校验单（selfeval-版本-sha256.txt），无法核对。请把它与安装包放在同一个文件夹里再试，或者自己与公布的数字对照。</source>
        <translation>There is no hash sheet (selfeval-VERSION-sha256.txt) beside it, so it cannot be checked. Put the sheet into the folder of the package and try again, or compare the figure with the published one yourself.</translation>
    </message>
    <message>
        <source>内容与校验单 {sheet} 里的 {name} 一致，只是文件名不同，可以安装。</source>
        <translation>Its content equals {name} in the hash sheet {sheet}; only the name of the file differs. It can be installed.</translation>
    </message>
</context>
<context>
    <name>PageSetupDialog</name>
    <message>
        <source>页面设置</source>
        <translation>Page set-up</translation>
    </message>
    <message>
        <source>纸张</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Orientation</translation>
    </message>
    <message>
        <source>装订边</source>
        <translation>Binding margin</translation>
    </message>
    <message>
        <source>正文字体</source>
        <translation>Font of the text</translation>
    </message>
    <message>
        <source>页脚印校验码和二维码</source>
        <translation>Print the code and QR code at the foot</translation>
    </message>
    <message>
        <source>表下印签字行</source>
        <translation>Print the row for signatures</translation>
    </message>
    <message>
        <source>恢复表样设置</source>
        <translation>Back to the form type&apos;s settings</translation>
    </message>
    <message>
        <source>{0}（表样）</source>
        <translation>{0} (form type)</translation>
    </message>
    <message>
        <source>纵向</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>横向</source>
        <translation>Landscape</translation>
    </message>
    <message>
        <source>宋体（随程序提供）</source>
        <translation>Song (comes with the program)</translation>
    </message>
    <message>
        <source>{0}（没有安装，以宋体代替）</source>
        <translation>{0} (not installed; Song is used instead)</translation>
    </message>
    <message>
        <source>用于表样“{0}”的所有表</source>
        <translation>For all forms of the type “{0}”</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>装订边加在上边。</source>
        <translation>The binding margin is at the top.</translation>
    </message>
    <message>
        <source>装订边加在左边。</source>
        <translation>The binding margin is at the left.</translation>
    </message>
    <message>
        <source>校验码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>签字行</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>现在与表样相同。</source>
        <translation> Now as the form type says.</translation>
    </message>
    <message>
        <source>与表样不同：{0}。</source>
        <translation> Differs from the form type: {0}.</translation>
    </message>
</context>
<context>
    <name>PagesModel</name>
    <message>
        <source>第 {0} 页</source>
        <translation>Page {0}</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>单击转到填写处</source>
        <translation>Click to go to the field</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>{listed}等 {count} 处</source>
        <translation>{listed} and more, {count} places in all</translation>
    </message>
    <message>
        <source>这些字没有字体可以印出，会印成方框：{listed}。</source>
        <translation>No font has these characters; they print as boxes: {listed}.</translation>
    </message>
    <message>
        <source>{count} 字</source>
        <translation>{count} chars</translation>
    </message>
    <message>
        <source>全表 {count} 页</source>
        <translation>form: {count} pages</translation>
    </message>
    <message>
        <source>{count} 行</source>
        <translation>lines: {count}</translation>
    </message>
    <message>
        <source>打印 {count} 行</source>
        <translation>printed lines: {count}</translation>
    </message>
    <message>
        <source>跨第 {first}–{last} 页</source>
        <translation>pages {first}–{last}</translation>
    </message>
    <message>
        <source>{count} 页</source>
        <translation>{count} pages</translation>
    </message>
    <message>
        <source>字号 {size} 磅</source>
        <translation>{size} pt</translation>
    </message>
    <message>
        <source>标题或签字行</source>
        <translation>title or signature line</translation>
    </message>
    <message>
        <source>{place}“{characters}”</source>
        <translation>{place} &quot;{characters}&quot;</translation>
    </message>
</context>
<context>
    <name>PaperBanner</name>
    <message>
        <source>与已打印件不一致</source>
        <translation>Differs from the printed copy</translation>
    </message>
    <message>
        <source>查看改动</source>
        <translation>Show Changes</translation>
    </message>
    <message>
        <source>校验码 {0}</source>
        <translation>Code {0}</translation>
    </message>
</context>
<context>
    <name>PaperCheckCommands</name>
    <message>
        <source>正在核对…</source>
        <translation>Verifying…</translation>
    </message>
    <message>
        <source>打印和导出记录</source>
        <translation>Printed and Exported Copies</translation>
    </message>
</context>
<context>
    <name>PaperCheckDialog</name>
    <message>
        <source>盖章件核对</source>
        <translation>Verify a Stamped Copy</translation>
    </message>
    <message>
        <source>打印件上的校验码</source>
        <translation>Code on the printed copy</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>核对结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>打印和导出记录</source>
        <translation>Printed and Exported Copies</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>原样重印…</source>
        <translation>Print Again as It Was…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>改动 {0} 处（按 Enter 或双击跳到该处）</source>
        <translation>Changes: {0} (Enter or a double click leads there)</translation>
    </message>
    <message>
        <source>校验码(&amp;M)</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>在打印件的页脚，共 8 位；也可以用扫码枪扫页脚的二维码。</source>
        <translation>8 characters at the foot of the page; a scanner may read the QR code beside it instead.</translation>
    </message>
    <message>
        <source>例如 60PP-CW11</source>
        <translation>For example 60PP-CW11</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Output</translation>
    </message>
</context>
<context>
    <name>PartsDialog</name>
    <message>
        <source>第三方软件及许可</source>
        <translation>Third-Party Software and Licences</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>许可</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>许可全文</source>
        <translation>The licence in full</translation>
    </message>
    <message>
        <source>Qt 和 PySide6 按 LGPL-3.0 使用：它们是程序文件夹里 PySide6 下单独的库文件，可以换成自己编译的 6.9 版，程序照常使用。</source>
        <translation>Qt and PySide6 are used under the LGPL-3.0: they are separate library files under PySide6 in the program’s folder, and you may replace them with a 6.9 that you built yourself; the program works on.</translation>
    </message>
    <message>
        <source>这个部分没有附许可全文，许可的名称见上。</source>
        <translation>This part brings no text of its licence along; its name stands above.</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>在列名上面，不是指标</source>
        <translation>stands above the column names and is no indicator</translation>
    </message>
    <message>
        <source>表里没有这一列</source>
        <translation>the table has no such column</translation>
    </message>
    <message>
        <source>表样里没有这个列名，这一列没有放进去</source>
        <translation>the template has no column of that name, so this one was left out</translation>
    </message>
    <message>
        <source>合计由程序计算</source>
        <translation>totals are calculated</translation>
    </message>
    <message>
        <source>这一格不用填写</source>
        <translation>this cell is not filled in</translation>
    </message>
    <message>
        <source>不知道该填在哪里</source>
        <translation>not known where it belongs</translation>
    </message>
    <message>
        <source>与程序计算的不一样，没有采用</source>
        <translation>differs from what the program calculates, not taken</translation>
    </message>
    <message>
        <source>不是数字，原样留在格里，请改正</source>
        <translation>no number; kept in its cell as it is, please correct it</translation>
    </message>
    <message>
        <source>公式没有保存结果，这一格空着，请填写</source>
        <translation>the result of the formula is not stored; the cell is left blank, please fill it in</translation>
    </message>
    <message>
        <source>公式出错，这一格空着，请填写</source>
        <translation>the formula failed; the cell is left blank, please fill it in</translation>
    </message>
    <message>
        <source>超过 15 位的数字在电子表格里会失真，请核对</source>
        <translation>spreadsheets do not keep more than 15 digits; please check</translation>
    </message>
    <message>
        <source>可能是百分比，照原样放进，请核对</source>
        <translation>may be a percentage; taken as it stands, please check</translation>
    </message>
    <message>
        <source>太长，没有放进去，请缩短</source>
        <translation>too long, not put in; make it shorter</translation>
    </message>
    <message>
        <source>按文字的先后放的，请对照原件核对</source>
        <translation>placed by the order of the text; please check it against the original</translation>
    </message>
    <message>
        <source>已粘贴 {rows} 行。</source>
        <translation>Rows pasted: {rows}. </translation>
    </message>
    <message>
        <source>有 {count} 处没有放进去。</source>
        <translation>Left out: {count}.</translation>
    </message>
    <message>
        <source>全部内容都看懂了。</source>
        <translation>Everything was understood.</translation>
    </message>
    <message>
        <source>没有看懂或没有照样采用的内容：{count} 处</source>
        <translation>Not understood or not taken as it stands: {count}</translation>
    </message>
    <message>
        <source>复制内容第 {row} 行第 {column} 列“{text}”：{reason}</source>
        <translation>Row {row}, column {column} of what was copied, “{text}”: {reason}</translation>
    </message>
    <message>
        <source>与前面一列的列名意思相同，这一列没有放进去，请核对采用哪一列</source>
        <translation>means the same as the head of a column before it, so this column was left out; please check which one counts</translation>
    </message>
    <message>
        <source>“{text}”与“{meaning}”相近，按“{meaning}”读的</source>
        <translation>“{text}” is near to “{meaning}” and was read as “{meaning}”</translation>
    </message>
    <message>
        <source>“{text}”是得分后面的最后一列，按“{meaning}”读的</source>
        <translation>“{text}” is the last column behind the scores and was read as “{meaning}”</translation>
    </message>
    <message>
        <source>“{text}”在目标的另一个列名旁边，按“{meaning}”读的</source>
        <translation>“{text}” stands beside the other head of the goals and was read as “{meaning}”</translation>
    </message>
    <message>
        <source>划了删除线，没有采用</source>
        <translation>struck out, not taken</translation>
    </message>
    <message>
        <source>是隐藏的，没有采用</source>
        <translation>hidden, not taken</translation>
    </message>
    <message>
        <source>格里存的数位数更多，照显示的放进，请核对</source>
        <translation>the cell stores more digits than it shows; taken as shown, please check</translation>
    </message>
    <message>
        <source>显示的数是缩小了的，照显示的放进，请核对金额单位</source>
        <translation>the figure is shown scaled down; taken as shown, please check the money unit</translation>
    </message>
    <message>
        <source>列太窄，只有 # 号，这一格空着，请填写</source>
        <translation>the column was too narrow and shows only #; the cell is left blank, please fill it in</translation>
    </message>
    <message>
        <source>含有认不出的符号，请对照原件改正</source>
        <translation>has a sign that is not known; please correct it by the original</translation>
    </message>
    <message>
        <source>在文本框里，没有采用</source>
        <translation>in a text box, not taken</translation>
    </message>
    <message>
        <source>下拉框没有记下选了哪一项，这一格空着，请填写</source>
        <translation>the list does not say which entry was chosen; the cell is left blank, please fill it in</translation>
    </message>
    <message>
        <source>与离金额更近处写的单位不一样，没有采用，请核对</source>
        <translation>differs from the unit written nearer to the amounts; not taken, please check</translation>
    </message>
    <message>
        <source>没有写金额单位，请核对是元还是万元</source>
        <translation>no money unit is written; please check whether it is yuan or ten thousand yuan</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>项目名称</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>主管部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>实施单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>金额单位</source>
        <translation>Money unit</translation>
    </message>
    <message>
        <source>表样</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>预算调整说明</source>
        <translation>Reason for the changed budget</translation>
    </message>
    <message>
        <source>预期目标</source>
        <translation>Expected goals</translation>
    </message>
    <message>
        <source>年度资金总额</source>
        <translation>Total funds</translation>
    </message>
    <message>
        <source>当年财政拨款</source>
        <translation>This year&apos;s appropriation</translation>
    </message>
    <message>
        <source>上年结转资金</source>
        <translation>Carried over from last year</translation>
    </message>
    <message>
        <source>其他资金</source>
        <translation>Other funds</translation>
    </message>
    <message>
        <source>年初预算数</source>
        <translation>Initial budget</translation>
    </message>
    <message>
        <source>全年预算数</source>
        <translation>Annual budget</translation>
    </message>
    <message>
        <source>全年执行数</source>
        <translation>Spent in the year</translation>
    </message>
    <message>
        <source>一级指标</source>
        <translation>Level 1</translation>
    </message>
    <message>
        <source>二级指标</source>
        <translation>Level 2</translation>
    </message>
    <message>
        <source>三级指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>年度指标值</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>实际完成值</source>
        <translation>Actual value</translation>
    </message>
    <message>
        <source>达成情况</source>
        <translation>Achievement</translation>
    </message>
    <message>
        <source>分值</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>得分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>偏差原因分析及改进措施</source>
        <translation>Reasons and remedies</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Goals</translation>
    </message>
    <message>
        <source>资金</source>
        <translation>Funds</translation>
    </message>
    <message>
        <source>第 {row} 行</source>
        <translation>row {row}</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>实际完成情况</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>PreviewTab</name>
    <message>
        <source>打印预览</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>页面缩略图</source>
        <translation>Page thumbnails</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Shrink</translation>
    </message>
    <message>
        <source>显示比例</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Enlarge</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>页码</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>不能预览的原因</source>
        <translation>Why there is no preview</translation>
    </message>
    <message>
        <source>单击表中的内容可以回到填写处</source>
        <translation>Click anything on the form to go to its field</translation>
    </message>
    <message>
        <source>第 {0} / {1} 页</source>
        <translation>Page {0} of {1}</translation>
    </message>
    <message>
        <source>缩略图</source>
        <translation>Thumbnails</translation>
    </message>
    <message>
        <source>缩小（Ctrl+-）</source>
        <translation>Shrink (Ctrl+-)</translation>
    </message>
    <message>
        <source>放大（Ctrl++）</source>
        <translation>Enlarge (Ctrl++)</translation>
    </message>
    <message>
        <source>整页</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>也可以用键盘：左右方向键选择表中的内容，按 Enter 转到填写处</source>
        <translation>By keyboard: choose something on the form with the left and right arrows, then press Enter to go to its field</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
</context>
<context>
    <name>PrintCommands</name>
    <message>
        <source>正在排版…</source>
        <translation>Laying out pages…</translation>
    </message>
    <message>
        <source>正在送往打印机…</source>
        <translation>Sending to the printer…</translation>
    </message>
    <message>
        <source>已送往打印机，共 {0} 页。</source>
        <translation>Sent to the printer; pages: {0}.</translation>
    </message>
    <message>
        <source>只印了第 {0} 至 {1} 页，没有记为已打印。</source>
        <translation> Only pages {0} to {1} were printed; the form is not marked as printed.</translation>
    </message>
    <message>
        <source>正在生成 PDF…</source>
        <translation>Making the PDF…</translation>
    </message>
    <message>
        <source>未填项目名称的表</source>
        <translation>the form without a project name</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印内容</source>
        <translation>What is printed</translation>
    </message>
    <message>
        <source>全部页</source>
        <translation>All pages</translation>
    </message>
    <message>
        <source>第</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>部分页</source>
        <translation>Some pages</translation>
    </message>
    <message>
        <source>从第几页</source>
        <translation>From page</translation>
    </message>
    <message>
        <source>到第几页</source>
        <translation>To page</translation>
    </message>
    <message>
        <source>页面设置…</source>
        <translation>Page set-up…</translation>
    </message>
    <message>
        <source>保存为 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>全部，共 {0} 页</source>
        <translation>All ({0} pages)</translation>
    </message>
    <message>
        <source>至</source>
        <translation>to</translation>
    </message>
    <message>
        <source>页</source>
        <translation> </translation>
    </message>
    <message>
        <source>页码</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>开始页在结束页之后，请改正页码。</source>
        <translation>The first page comes after the last one. Correct the page numbers.</translation>
    </message>
    <message>
        <source>这台电脑没有安装打印机。可以保存为 PDF，再到别处打印。</source>
        <translation>No printer is installed on this computer. You can save a PDF and print it elsewhere.</translation>
    </message>
    <message>
        <source>将印 {0} 页，用纸 {1} 张。</source>
        <translation>Pages to print: {0}; sheets of paper: {1}.</translation>
    </message>
    <message>
        <source>只印一部分，不记为已打印。</source>
        <translation> Only a part is printed, so the form is not marked as printed.</translation>
    </message>
</context>
<context>
    <name>PrintOptions</name>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>顺序</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>逆序，最后一页先印</source>
        <translation>Reverse: last page first</translation>
    </message>
    <message>
        <source>逆序</source>
        <translation>Reverse order</translation>
    </message>
    <message>
        <source>双面打印</source>
        <translation>Print on both sides</translation>
    </message>
    <message>
        <source>整套：全部印完，再印下一套</source>
        <translation>By set: all forms, then the next set</translation>
    </message>
    <message>
        <source>逐份：印完一份，再印下一份</source>
        <translation>By copy: a whole copy, then the next</translation>
    </message>
    <message>
        <source>逐页：每页印够份数，再印下一页</source>
        <translation>By page: all copies of a page, then the next</translation>
    </message>
    <message>
        <source>没有安装打印机</source>
        <translation>No printer installed</translation>
    </message>
    <message>
        <source>这台打印机不能自动双面打印</source>
        <translation>This printer cannot print on both sides by itself</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>检查结果</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>单击跳到该处</source>
        <translation>Click to go there</translation>
    </message>
    <message>
        <source>排列</source>
        <translation>Arrange</translation>
    </message>
    <message>
        <source>按程度</source>
        <translation>By severity</translation>
    </message>
    <message>
        <source>按规则</source>
        <translation>By rule</translation>
    </message>
    <message>
        <source>按表中顺序</source>
        <translation>As in the form</translation>
    </message>
    <message>
        <source>说明理由</source>
        <translation>Explain</translation>
    </message>
    <message>
        <source>没有发现问题</source>
        <translation>Nothing was found</translation>
    </message>
    <message>
        <source>{0} 条没有显示</source>
        <translation>{0} not shown</translation>
    </message>
    <message>
        <source>展开检查结果</source>
        <translation>Unfold the findings</translation>
    </message>
    <message>
        <source>收起检查结果</source>
        <translation>Fold the findings</translation>
    </message>
    <message>
        <source>展开或收起检查结果</source>
        <translation>Fold or unfold the findings</translation>
    </message>
</context>
<context>
    <name>ProblemsModel</name>
    <message>
        <source>程度</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>问题和做法</source>
        <translation>Problem and what to do</translation>
    </message>
</context>
<context>
    <name>ProgramPackageDialog</name>
    <message>
        <source>核对安装包</source>
        <translation>Check a Package</translation>
    </message>
    <message>
        <source>安装包：</source>
        <translation>Package:</translation>
    </message>
    <message>
        <source>安装包</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>SHA-256：</source>
        <translation>SHA-256:</translation>
    </message>
    <message>
        <source>校验单上：</source>
        <translation>On the sheet:</translation>
    </message>
    <message>
        <source>校验单上</source>
        <translation>On the sheet</translation>
    </message>
</context>
<context>
    <name>Proofs</name>
    <message>
        <source>打印</source>
        <translation>printed</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>exported</translation>
    </message>
    <message>
        <source>与已打印件不一致：有 {count} 处改动（{at} 打印）。</source>
        <translation>Differs from the printed copy. Changes: {count} (printed {at}).</translation>
    </message>
    <message>
        <source>与已导出件不一致：有 {count} 处改动（{at} 导出）。</source>
        <translation>Differs from the exported copy. Changes: {count} (exported {at}).</translation>
    </message>
    <message>
        <source>未填项目名称的表</source>
        <translation>the form without a project name</translation>
    </message>
    <message>
        <source>“{project}”</source>
        <translation>“{project}”</translation>
    </message>
    <message>
        <source>{year} 年度“{project}”</source>
        <translation>“{project}” of {year}</translation>
    </message>
    <message>
        <source>与现在的数据相同</source>
        <translation>Same as the data now</translation>
    </message>
    <message>
        <source>有 {count} 处改动</source>
        <translation>Changes: {count}</translation>
    </message>
    <message>
        <source>校验码 {code}：{form}，{at} {kind}，与现在的数据相同。</source>
        <translation>Code {code}: {form}, {kind} {at}, same as the data now.</translation>
    </message>
    <message>
        <source>校验码 {code}：{form}，{at} {kind}，此后有 {count} 处改动。</source>
        <translation>Code {code}: {form}, {kind} {at}. Changes since then: {count}.</translation>
    </message>
    <message>
        <source>校验码 {code}：{form}，与现在的数据相同。台账里没有它的打印记录，所以没有存档。</source>
        <translation>Code {code}: {form}, same as the data now. The ledger has no record of printing it, so no copy was kept.</translation>
    </message>
    <message>
        <source>校验码 {code}：{form}，没有打印记录；核对以后有 {count} 处改动。</source>
        <translation>Code {code}: {form}, never recorded as printed. Changes since it was verified: {count}.</translation>
    </message>
    <message>
        <source>校验码 {code}：{form}，{at} {kind}。这张表已经删除，无法与现在的数据比较；存档还在，可以重印。</source>
        <translation>Code {code}: {form}, {kind} {at}. The form has been deleted and cannot be compared; its copy is kept and can be printed again.</translation>
    </message>
    <message>
        <source>这个台账里没有校验码 {code}。请对照页脚核对每一位；如果没有录错，请打开打印它的台账再核对，例如别的年度的台账。印有“草稿”的件不存档。</source>
        <translation>This ledger has no code {code}. Compare each character with the foot of the page; if it is right, open the ledger it was printed from, such as that of another year, and verify there. Drafts are not kept.</translation>
    </message>
    <message>
        <source>{form}的打印和导出记录</source>
        <translation>Printed and exported copies of {form}</translation>
    </message>
    <message>
        <source>{form}还没有打印和导出记录</source>
        <translation>{form} has no printed or exported copy yet</translation>
    </message>
    <message>
        <source>没有存档（旧版本的记录）</source>
        <translation>No copy kept (recorded by an older version)</translation>
    </message>
</context>
<context>
    <name>PublicCopyDialog</name>
    <message>
        <source>公开版</source>
        <translation>Public copy</translation>
    </message>
    <message>
        <source>查找单元格</source>
        <translation>Find cells</translation>
    </message>
    <message>
        <source>要涂去的单元格</source>
        <translation>Cells to black out</translation>
    </message>
    <message>
        <source>涂去的词</source>
        <translation>Words to black out</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>一并涂去</source>
        <translation>Black out there too</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>资金</source>
        <translation>Funds</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Goals</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>第 {0} 行</source>
        <translation>Row {0}</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>查找：输入位置或内容</source>
        <translation>Find: type a cell or its content</translation>
    </message>
    <message>
        <source>姓名、电话等，用顿号或空格分开</source>
        <translation>Names, phone numbers and the like, separated by commas or spaces</translation>
    </message>
    <message>
        <source>勾选不公开的单元格。涂去的地方一律印成 {0}，不带校验码和签字行。</source>
        <translation>Tick the cells that are not public. They are printed as {0}, whatever their length; code and signatures are left out.</translation>
    </message>
    <message>
        <source>“{0}”只有一个字，会涂掉别的内容，请写全。</source>
        <translation>“{0}” is a single character and would black out other things. Please write it in full.</translation>
    </message>
    <message>
        <source>将涂去 {0} 格，另有 {1} 处词语。</source>
        <translation>Cells to black out: {0}; words elsewhere: {1}. </translation>
    </message>
    <message>
        <source>没有找到“{0}”。</source>
        <translation>Not found: “{0}”.</translation>
    </message>
    <message>
        <source>涂去的内容在别处还看得到：{0}</source>
        <translation>What is blacked out can still be read in: {0}</translation>
    </message>
    <message>
        <source>等 {0} 处</source>
        <translation> and others, {0} in all</translation>
    </message>
</context>
<context>
    <name>ReadFormView</name>
    <message>
        <source>认出的内容</source>
        <translation>What was recognised</translation>
    </message>
    <message>
        <source>认出的资金</source>
        <translation>Funds recognised</translation>
    </message>
    <message>
        <source>没有看懂的内容</source>
        <translation>What was not understood</translation>
    </message>
    <message>
        <source>（没有写明）</source>
        <translation>(not stated)</translation>
    </message>
    <message>
        <source>预期 {expected} 字，实际 {actual} 字</source>
        <translation>expected {expected} characters, actual {actual} characters</translation>
    </message>
    <message>
        <source>年度目标</source>
        <translation>Yearly goals</translation>
    </message>
    <message>
        <source>绩效指标</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>{rows} 行；加上预算执行，分值合计 {weights}，总分 {score}</source>
        <translation>{rows} rows; with budget execution, weights {weights}, total score {score}</translation>
    </message>
    <message>
        <source>没有写明，按{unit}</source>
        <translation>not stated, taken as {unit}</translation>
    </message>
    <message>
        <source>没有写明，作为新表按{unit}，填进当前表按{own}</source>
        <translation>Not stated: {unit} as a new form, {own} when filled into the open one</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>待认可 {count}</source>
        <translation>to confirm: {count}</translation>
    </message>
    <message>
        <source>表中还有错误，另有 {count} 格结转的值没有认可，所以印有“草稿”字样。</source>
        <translation>  The form still has errors and unconfirmed carried values ({count}), so it carries the draft mark 草稿.</translation>
    </message>
    <message>
        <source>表中还有错误，所以印有“草稿”字样。</source>
        <translation>  The form still has errors and carries the draft mark 草稿.</translation>
    </message>
    <message>
        <source>还有 {count} 格结转的值没有认可，所以印有“草稿”字样。</source>
        <translation>  Carried values are not confirmed yet ({count}), so the form carries the draft mark 草稿.</translation>
    </message>
    <message>
        <source>其中 {count} 张表还有错误或没有认可的结转值，所以印有“草稿”字样。</source>
        <translation>  {count} of the forms still have errors or unconfirmed carried values and carry the draft mark 草稿.</translation>
    </message>
    <message>
        <source>其中 {count} 张表还有错误，所以印有“草稿”字样。</source>
        <translation>  {count} of the forms still have errors and carry the draft mark 草稿.</translation>
    </message>
    <message>
        <source>{count} 条意见</source>
        <translation>{count} comments</translation>
    </message>
    <message>
        <source>已退回：还有 {count} 条意见没有改好。</source>
        <translation>Returned: {count} comments are still open.</translation>
    </message>
</context>
<context>
    <name>ReasonsDialog</name>
    <message>
        <source>偏差原因用语</source>
        <translation>Reasons for a Deviation</translation>
    </message>
    <message>
        <source>用语</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>查找用语</source>
        <translation>Find phrases</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Causes</translation>
    </message>
    <message>
        <source>要插入的文字</source>
        <translation>Text to insert</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>插入</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>本台账以往写过的</source>
        <translation>Written in this ledger before</translation>
    </message>
    <message>
        <source>程序自带的用语</source>
        <translation>phrases of the program</translation>
    </message>
    <message>
        <source>第 {row} 行“{name}”&#x3000;年度指标值 {target}&#x3000;实际完成值 {actual}</source>
        <translation>Row {row} “{name}”&#x3000;target {target}&#x3000;actual {actual}</translation>
    </message>
    <message>
        <source>输入几个字查找；↑↓ 选择，回车插入</source>
        <translation>Type to search; ↑↓ choose, Enter inserts</translation>
    </message>
    <message>
        <source>插入前可以修改：</source>
        <translation>It can be changed before it is inserted:</translation>
    </message>
    <message>
        <source>没有这样的用语，可以自己写。</source>
        <translation>There is no such phrase; you can write your own.</translation>
    </message>
    <message>
        <source>来源：{source}</source>
        <translation>Source: {source}</translation>
    </message>
    <message>
        <source>格里已有“{held}”，插入的文字接在后面。</source>
        <translation>The cell holds “{held}”; what is inserted goes behind it.</translation>
    </message>
</context>
<context>
    <name>RecycleBinDialog</name>
    <message>
        <source>回收站</source>
        <translation>Recycle bin</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>项目名称</source>
        <translation>Project name</translation>
    </message>
    <message>
        <source>实施单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>删除时间</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>查找已删除的表</source>
        <translation>Search deleted forms</translation>
    </message>
    <message>
        <source>已删除的表</source>
        <translation>Deleted forms</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>（未填项目名称）</source>
        <translation>(no project name)</translation>
    </message>
    <message>
        <source>删除的表都留在这里，不会清除。按住 Ctrl 或 Shift 可以选几张，一起恢复。</source>
        <translation>Deleted forms stay here and are never cleared. Hold Ctrl or Shift to select several and bring them back together.</translation>
    </message>
    <message>
        <source>查找项目、年度或单位…</source>
        <translation>Search project, year or unit…</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>检查报告</source>
        <translation>Check Report</translation>
    </message>
    <message>
        <source>哪些表</source>
        <translation>Which forms</translation>
    </message>
    <message>
        <source>列出每张表的错误、提醒、提示和已写的理由，以及本台账停用的规则，供领导或协助的人查看。</source>
        <translation>Lists the errors, warnings, hints and reasons given of each form, and the rules switched off in this ledger, for a superior or whoever helps.</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>程度</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>问题和做法</source>
        <translation>What is wrong and what to do</translation>
    </message>
    <message>
        <source>说明的理由</source>
        <translation>Reason given</translation>
    </message>
    <message>
        <source>（共检查 {forms} 张表：{counts}&#x3000;检查时间：{at}）</source>
        <translation>({forms} forms checked: {counts}. Checked at {at})</translation>
    </message>
    <message>
        <source>绩效自评表检查报告</source>
        <translation>Check Report of Self-Evaluation Forms</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>What it asks for</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>（共 {count} 条&#x3000;表样：{place}）</source>
        <translation>({count} rules. Template: {place})</translation>
    </message>
    <message>
        <source>检查规则目录</source>
        <translation>Catalogue of Rules</translation>
    </message>
    <message>
        <source>表样不用</source>
        <translation>Not in this template</translation>
    </message>
    <message>
        <source>本台账停用</source>
        <translation>Off in this ledger</translation>
    </message>
    <message>
        <source>本台账没有停用的规则。</source>
        <translation>No rule is switched off in this ledger.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>上报系统</source>
        <translation>Portal</translation>
    </message>
    <message>
        <source>表内说明</source>
        <translation>Printed note</translation>
    </message>
    <message>
        <source>手册或通知</source>
        <translation>Manual or notice</translation>
    </message>
    <message>
        <source>公开的表</source>
        <translation>Published forms</translation>
    </message>
    <message>
        <source>审核底稿</source>
        <translation>Reviewers&apos; papers</translation>
    </message>
    <message>
        <source>程序判断</source>
        <translation>Our judgement</translation>
    </message>
    <message>
        <source>本台账停用的规则：{rules}。</source>
        <translation>Rules switched off in this ledger: {rules}.</translation>
    </message>
    <message>
        <source>{rule}&#x3000;{findings} 处，{forms} 张表</source>
        <translation>{rule}: {findings} findings in {forms} forms</translation>
    </message>
    <message>
        <source>（未填项目名称）</source>
        <translation>(no project name)</translation>
    </message>
    <message>
        <source>{project}（{beside}）</source>
        <translation>{project} ({beside})</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{year} 年度</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>{number}. {form}：{counts}</source>
        <translation>{number}. {form}: {counts}</translation>
    </message>
    <message>
        <source>{counts}，已说明 {explained} 个</source>
        <translation>{counts}, {explained} explained</translation>
    </message>
</context>
<context>
    <name>RestoreCommands</name>
    <message>
        <source>正在读取备份…</source>
        <translation>Reading the backup…</translation>
    </message>
    <message>
        <source>正在恢复…</source>
        <translation>Restoring…</translation>
    </message>
    <message>
        <source>打开 {0}</source>
        <translation>Open {0}</translation>
    </message>
    <message>
        <source>已恢复成 {0}，还没有打开。备份没有改动。</source>
        <translation>Restored as {0}, which is not open yet. The backup was not changed.</translation>
    </message>
    <message>
        <source>已恢复成 {0}，备份没有改动。</source>
        <translation>Restored as {0}; the backup was not changed.</translation>
    </message>
    <message>
        <source>已恢复成 {0}。原来的台账 {1} 没有改动。</source>
        <translation>Restored as {0}. The former ledger {1} was not changed.</translation>
    </message>
    <message>
        <source>回到原来的台账</source>
        <translation>Back to the former ledger</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>其他文件…</source>
        <translation>Another file…</translation>
    </message>
    <message>
        <source>其他文件</source>
        <translation>Another file</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>备份的内容</source>
        <translation>What the backup holds</translation>
    </message>
    <message>
        <source>恢复成</source>
        <translation>Restore as</translation>
    </message>
    <message>
        <source>浏览</source>
        <translation>Browse</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>台账的备份(&amp;L)</source>
        <translation>Backups of &amp;ledger</translation>
    </message>
    <message>
        <source>恢复成(&amp;T)</source>
        <translation>Res&amp;tore as</translation>
    </message>
    <message>
        <source>{0}-恢复-{1}</source>
        <translation>{0}-restored-{1}</translation>
    </message>
    <message>
        <source>还没有备份。如果U盘上有，请点“其他文件…”。</source>
        <translation>There is no backup yet. If there is one on a USB stick, choose “Another file…”.</translation>
    </message>
    <message>
        <source>已有这个名称的文件。恢复不替换任何文件，请换一个名称。</source>
        <translation>There is a file of that name. Restoring replaces no file; please choose another name.</translation>
    </message>
    <message>
        <source>恢复出来的是一个新的台账，现在的台账和这份备份都不改动。</source>
        <translation>What is restored is a new ledger; the present one and this backup stay as they are.</translation>
    </message>
    <message>
        <source>台账和备份 (*{0})</source>
        <translation>Ledgers and backups (*{0})</translation>
    </message>
    <message>
        <source>选择备份文件</source>
        <translation>Choose a backup file</translation>
    </message>
    <message>
        <source>台账 (*{0})</source>
        <translation>Ledgers (*{0})</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>可打印</source>
        <translation>Printable</translation>
    </message>
    <message>
        <source>备份里没有</source>
        <translation>not in backup</translation>
    </message>
</context>
<context>
    <name>ReturnedBanner</name>
    <message>
        <source>已退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>查看意见</source>
        <translation>Show comments</translation>
    </message>
</context>
<context>
    <name>RowHandles</name>
    <message>
        <source>拖动行号可以把行移到别处；拖进另一组就归入那一组</source>
        <translation>Drag the row number to move the row; dropped in another group it joins that group</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>分值合计</source>
        <translation>Sum of weights</translation>
    </message>
    <message>
        <source>预算执行与各项指标的分值合计等于表样的满分。</source>
        <translation>The weights of budget execution and of all indicators add up to the full mark of the template.</translation>
    </message>
    <message>
        <source>一级指标分值</source>
        <translation>Weights of level 1</translation>
    </message>
    <message>
        <source>每类一级指标的分值与表样的设置相同。</source>
        <translation>Each class of level 1 carries the weight that the template sets.</translation>
    </message>
    <message>
        <source>二级指标分值</source>
        <translation>Weights of level 2</translation>
    </message>
    <message>
        <source>表样规定了分值的二级指标，分值与规定相同。</source>
        <translation>Each group of level 2 carries its weight where the template sets one.</translation>
    </message>
    <message>
        <source>数字格</source>
        <translation>Numeric cells</translation>
    </message>
    <message>
        <source>数字格里填的是数字。</source>
        <translation>Numeric cells hold numbers.</translation>
    </message>
    <message>
        <source>分值空缺</source>
        <translation>Missing weight</translation>
    </message>
    <message>
        <source>每行指标都有大于 0 的分值。</source>
        <translation>Every indicator row has a weight above 0.</translation>
    </message>
    <message>
        <source>得分过高</source>
        <translation>Score too high</translation>
    </message>
    <message>
        <source>得分不高于分值。</source>
        <translation>No score is above its weight.</translation>
    </message>
    <message>
        <source>得分为负</source>
        <translation>Negative score</translation>
    </message>
    <message>
        <source>得分不小于 0。</source>
        <translation>No score is below 0.</translation>
    </message>
    <message>
        <source>资金合计</source>
        <translation>Sum of funds</translation>
    </message>
    <message>
        <source>所填的年度资金总额等于各项资金之和。</source>
        <translation>A total that was entered equals the sum of its parts.</translation>
    </message>
    <message>
        <source>执行率得分</source>
        <translation>Execution score</translation>
    </message>
    <message>
        <source>所填的执行率得分与计算结果相同。</source>
        <translation>An execution score that was entered equals the calculated one.</translation>
    </message>
    <message>
        <source>超预算支出</source>
        <translation>Spending above budget</translation>
    </message>
    <message>
        <source>全年执行数不超过全年预算数。</source>
        <translation>No more is spent than the annual budget.</translation>
    </message>
    <message>
        <source>无预算支出</source>
        <translation>Spending without budget</translation>
    </message>
    <message>
        <source>有支出的资金都有全年预算数。</source>
        <translation>Funds that were spent have an annual budget.</translation>
    </message>
    <message>
        <source>没有资金</source>
        <translation>No funds</translation>
    </message>
    <message>
        <source>项目有全年预算数，执行率可以计算。</source>
        <translation>The project has an annual budget, so that there is an execution rate.</translation>
    </message>
    <message>
        <source>低执行率说明</source>
        <translation>Reason for a low rate</translation>
    </message>
    <message>
        <source>执行率低于表样的界限时写明原因。</source>
        <translation>An execution rate below the limit of the template is explained.</translation>
    </message>
    <message>
        <source>预算调整说明</source>
        <translation>Reason for a changed budget</translation>
    </message>
    <message>
        <source>全年预算数与年初预算数不同时写明原因。</source>
        <translation>An annual budget other than the initial one is explained.</translation>
    </message>
    <message>
        <source>结余过多</source>
        <translation>Too much unspent</translation>
    </message>
    <message>
        <source>未支出的预算不超过表样的界限。</source>
        <translation>No more of the budget is left than the template allows.</translation>
    </message>
    <message>
        <source>得分率与执行率</source>
        <translation>Results against spending</translation>
    </message>
    <message>
        <source>指标得分率不比执行率高出太多。</source>
        <translation>The share of points scored is not far above the execution rate.</translation>
    </message>
    <message>
        <source>总分上限</source>
        <translation>Cap of the total</translation>
    </message>
    <message>
        <source>总分不超过表样为该执行率规定的上限。</source>
        <translation>The total is not above the cap that the template sets for the execution rate.</translation>
    </message>
    <message>
        <source>未达标得分</source>
        <translation>Score of a missed target</translation>
    </message>
    <message>
        <source>未达到指标值时，所填得分不高于计算得分。</source>
        <translation>Where the target was missed, the score entered is not above the calculated one.</translation>
    </message>
    <message>
        <source>达标扣分</source>
        <translation>Points off a met target</translation>
    </message>
    <message>
        <source>已达到指标值却扣分的，写明原因。</source>
        <translation>Points taken off a target that was met are explained.</translation>
    </message>
    <message>
        <source>扣分原因</source>
        <translation>Reason for lost points</translation>
    </message>
    <message>
        <source>得分低于分值的，写明偏差原因。</source>
        <translation>A score below its weight is explained.</translation>
    </message>
    <message>
        <source>超额完成</source>
        <translation>Far above target</translation>
    </message>
    <message>
        <source>实际完成值远高于指标值的，写明原因。</source>
        <translation>An actual value far above its target is explained.</translation>
    </message>
    <message>
        <source>定性得分范围</source>
        <translation>Band of a grade</translation>
    </message>
    <message>
        <source>定性指标的得分在其达成情况的范围内。</source>
        <translation>The score of a target in words lies in the band of its achievement.</translation>
    </message>
    <message>
        <source>得分空缺</source>
        <translation>Missing score</translation>
    </message>
    <message>
        <source>算不出得分的指标，由填表人填写得分。</source>
        <translation>Where no score can be calculated, it was entered.</translation>
    </message>
    <message>
        <source>完成情况描述</source>
        <translation>Description of results</translation>
    </message>
    <message>
        <source>定性指标有完成情况简要描述。</source>
        <translation>A target in words has its short description of results.</translation>
    </message>
    <message>
        <source>数字与文字</source>
        <translation>Number against words</translation>
    </message>
    <message>
        <source>指标值是数字的，实际完成值也是数字。</source>
        <translation>A numeric target has a numeric actual value.</translation>
    </message>
    <message>
        <source>完成值带符号</source>
        <translation>Operator in the actual value</translation>
    </message>
    <message>
        <source>实际完成值不带比较符号。</source>
        <translation>The actual value carries no operator.</translation>
    </message>
    <message>
        <source>计量单位</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>指标值与实际完成值的单位齐全，并且相同。</source>
        <translation>Target and actual value both have a unit, and the same one.</translation>
    </message>
    <message>
        <source>指标值空缺</source>
        <translation>Missing value</translation>
    </message>
    <message>
        <source>指标值和实际完成值都已填写。</source>
        <translation>Target and actual value are filled in.</translation>
    </message>
    <message>
        <source>特殊字符</source>
        <translation>Special characters</translation>
    </message>
    <message>
        <source>实际完成值中没有上报系统不接受的字符。</source>
        <translation>The actual value has no characters that portals refuse.</translation>
    </message>
    <message>
        <source>名称重复</source>
        <translation>Repeated name</translation>
    </message>
    <message>
        <source>三级指标的名称不重复。</source>
        <translation>No indicator name stands twice.</translation>
    </message>
    <message>
        <source>名称相近</source>
        <translation>Similar names</translation>
    </message>
    <message>
        <source>没有几乎相同的三级指标；相同指标在其他自评表中的指标值一致。</source>
        <translation>No two indicator names are nearly the same, and the same indicator has the same target in other forms.</translation>
    </message>
    <message>
        <source>一级指标缺类</source>
        <translation>Missing class</translation>
    </message>
    <message>
        <source>表样的每类一级指标都有指标。</source>
        <translation>Each class of level 1 has indicators.</translation>
    </message>
    <message>
        <source>分值过于集中或平均</source>
        <translation>Uneven or equal weights</translation>
    </message>
    <message>
        <source>没有一行占指标分值的一半以上，各行分值也不完全相同。</source>
        <translation>No row has more than half of all points, and not all rows have the same.</translation>
    </message>
    <message>
        <source>预算执行重复计分</source>
        <translation>Budget execution twice</translation>
    </message>
    <message>
        <source>指标不重复预算执行情况。</source>
        <translation>No indicator repeats the execution of the budget.</translation>
    </message>
    <message>
        <source>比率超过百分之百</source>
        <translation>Rate above 100%</translation>
    </message>
    <message>
        <source>比率的指标值不写“≥100%”。</source>
        <translation>No rate aims at 100% or more.</translation>
    </message>
    <message>
        <source>应有数字</source>
        <translation>Number expected</translation>
    </message>
    <message>
        <source>名称以率、数、量结尾的指标用数字表示。</source>
        <translation>Indicators whose names speak of rates or amounts have numbers.</translation>
    </message>
    <message>
        <source>满意度用数字</source>
        <translation>Satisfaction in figures</translation>
    </message>
    <message>
        <source>满意度用数字表示。</source>
        <translation>Satisfaction is given as a figure.</translation>
    </message>
    <message>
        <source>全部满分</source>
        <translation>Everything perfect</translation>
    </message>
    <message>
        <source>并非每行的实际完成值都等于指标值且都是满分。</source>
        <translation>Not every row repeats its target and scores in full.</translation>
    </message>
    <message>
        <source>完成值为负</source>
        <translation>Negative value</translation>
    </message>
    <message>
        <source>实际完成值不小于 0。</source>
        <translation>No actual value is below 0.</translation>
    </message>
    <message>
        <source>指标值为零</source>
        <translation>Target of zero</translation>
    </message>
    <message>
        <source>按比例计分的指标，指标值不为 0。</source>
        <translation>A target that is scored in proportion is not 0.</translation>
    </message>
    <message>
        <source>必填项</source>
        <translation>Required cells</translation>
    </message>
    <message>
        <source>项目名称、单位、年度、目标和完成情况都已填写。</source>
        <translation>Project, units, year, goal and outcome are filled in.</translation>
    </message>
    <message>
        <source>提示未删</source>
        <translation>Hints left in</translation>
    </message>
    <message>
        <source>空白表上的提示都已换成实际内容。</source>
        <translation>What the empty form printed as hints has been replaced.</translation>
    </message>
    <message>
        <source>完成情况照抄目标</source>
        <translation>Outcome copied from the goal</translation>
    </message>
    <message>
        <source>实际完成情况不照抄预期目标，也不只写“完成”或一个数字。</source>
        <translation>The outcome is no copy of the goal, and more than one word or figure.</translation>
    </message>
    <message>
        <source>字数</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>文字不超过表样限定的字数。</source>
        <translation>No text is longer than the template allows.</translation>
    </message>
    <message>
        <source>电话和证件号码</source>
        <translation>Phone and identity numbers</translation>
    </message>
    <message>
        <source>文字中没有电话号码和身份证号码。</source>
        <translation>No phone or identity numbers stand in texts.</translation>
    </message>
    <message>
        <source>原因空泛</source>
        <translation>Empty reason</translation>
    </message>
    <message>
        <source>扣分原因不是“无”“暂无”或“0”。</source>
        <translation>Lost points are not explained by a word that says nothing.</translation>
    </message>
    <message>
        <source>满分与原因矛盾</source>
        <translation>Full marks with an excuse</translation>
    </message>
    <message>
        <source>目标年份</source>
        <translation>Year of the goal</translation>
    </message>
    <message>
        <source>目标和完成情况中的年份是自评表的年度。</source>
        <translation>Goal and outcome speak of the year of the form.</translation>
    </message>
    <message>
        <source>缺改进措施</source>
        <translation>No measure</translation>
    </message>
    <message>
        <source>写了偏差原因的，也写改进措施。</source>
        <translation>A reason for lost points comes with what is done about it.</translation>
    </message>
    <message>
        <source>文字不整洁</source>
        <translation>Untidy text</translation>
    </message>
    <message>
        <source>没有全角数字和字母、多余的空格、控制字符。</source>
        <translation>No full-width digits or letters, needless spaces or control characters.</translation>
    </message>
    <message>
        <source>项目重名</source>
        <translation>Same project twice</translation>
    </message>
    <message>
        <source>同一年度没有项目名称相同的自评表。</source>
        <translation>No two forms of one year have the same project name.</translation>
    </message>
    <message>
        <source>元与万元混用</source>
        <translation>Money units mixed</translation>
    </message>
    <message>
        <source>指标名称空缺</source>
        <translation>Missing name</translation>
    </message>
    <message>
        <source>每行指标的三级名称都已填写。</source>
        <translation>Every row names its levels and its indicator.</translation>
    </message>
    <message>
        <source>各表都是满分</source>
        <translation>Full marks in every form</translation>
    </message>
    <message>
        <source>一个单位同一年度的自评表并非都是 100 分。</source>
        <translation>Not every form of a unit and year has 100 points.</translation>
    </message>
    <message>
        <source>逾期仍得满分</source>
        <translation>Late, yet full marks</translation>
    </message>
    <message>
        <source>晚于规定时间或自评年度完成的，不得满分，或写明原因。</source>
        <translation>What is done after its deadline or after the form&apos;s year has no full marks, or a reason.</translation>
    </message>
    <message>
        <source>尚未办完得满分</source>
        <translation>Unfinished, yet full marks</translation>
    </message>
    <message>
        <source>还在实施、尚未验收的工作不得满分。</source>
        <translation>Work that is under way or not accepted has no full marks.</translation>
    </message>
    <message>
        <source>钱少事多</source>
        <translation>Much done with little</translation>
    </message>
    <message>
        <source>资金几乎没有支出的项目，数量指标不会几乎全部完成。</source>
        <translation>A project that spent hardly any money does not reach nearly all its quantities.</translation>
    </message>
    <message>
        <source>无投诉当满意</source>
        <translation>No complaint as satisfaction</translation>
    </message>
    <message>
        <source>满意度以调查为依据，不以没有投诉为依据。</source>
        <translation>Satisfaction rests on a survey, not on the lack of complaints.</translation>
    </message>
    <message>
        <source>进度填成金额</source>
        <translation>Amount as progress</translation>
    </message>
    <message>
        <source>执行率、进度的实际完成值是百分比，不是金额。</source>
        <translation>The actual value of an execution rate or of progress is a percentage, no amount.</translation>
    </message>
    <message>
        <source>成本没有上限</source>
        <translation>Cost without a limit</translation>
    </message>
    <message>
        <source>成本、费用的指标值是上限，不是下限。</source>
        <translation>The target of a cost is an upper limit, not a lower one.</translation>
    </message>
    <message>
        <source>效益无法考核</source>
        <translation>Benefit that cannot be checked</translation>
    </message>
    <message>
        <source>用百分数考核的效益指标，名称说得出考核的是什么。</source>
        <translation>A benefit with a target in percent has a name that says what is measured.</translation>
    </message>
    <message>
        <source>拨付资金作指标</source>
        <translation>Paying as an indicator</translation>
    </message>
    <message>
        <source>不把支付、拨付或发放资金本身当作指标。</source>
        <translation>Paying out money is no indicator in itself.</translation>
    </message>
    <message>
        <source>产出效益同一指标</source>
        <translation>Output and benefit alike</translation>
    </message>
    <message>
        <source>产出和效益下没有相同或十分相近的指标。</source>
        <translation>Output and benefit have no indicator that is the same or nearly the same.</translation>
    </message>
    <message>
        <source>满意度对象不符</source>
        <translation>Wrong people surveyed</translation>
    </message>
    <message>
        <source>满意度指标所说的人，在自评表别处也提到过。</source>
        <translation>The people whose satisfaction is measured appear elsewhere in the form, too.</translation>
    </message>
    <message>
        <source>一个指标多件事</source>
        <translation>Several tasks in one</translation>
    </message>
    <message>
        <source>一个指标只考核一件事，只有一个数。</source>
        <translation>An indicator measures one task and has one number.</translation>
    </message>
    <message>
        <source>金额没有相差一万倍，文字中的金额与资金表一致。</source>
        <translation>Amounts are not 10,000 times apart, and amounts in texts agree with the funds.</translation>
    </message>
    <message>
        <source>满分的指标不写未完成，资金没有用完的不写全部支付。</source>
        <translation>No row with full marks says unfinished, and no form with money left says all was paid.</translation>
    </message>
    <message>
        <source>文字带引号</source>
        <translation>Quoted text</translation>
    </message>
    <message>
        <source>目标和完成情况没有整段套在引号里。</source>
        <translation>No goal or outcome stands in quotation marks as a whole.</translation>
    </message>
    <message>
        <source>负数金额</source>
        <translation>Negative amounts</translation>
    </message>
    <message>
        <source>预算数和执行数都不是负数。</source>
        <translation>Budgets and spending are not negative.</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>规则目录</source>
        <translation>Catalogue of Rules</translation>
    </message>
    <message>
        <source>查找规则</source>
        <translation>Find a rule</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>表样：{0}。</source>
        <translation>Template: {0}. </translation>
    </message>
    <message>
        <source>{0}。</source>
        <translation>{0}.</translation>
    </message>
    <message>
        <source>取消勾选（空格键），本台账就不再按这条规则提醒；错误不能停用。停用的规则会写进检查报告。</source>
        <translation>Without its tick (space bar) a rule gives no notice in this ledger. Errors cannot be switched off. The check report tells which rules are off.</translation>
    </message>
    <message>
        <source>输入代码或几个字查找</source>
        <translation>Type a code or a few words to find</translation>
    </message>
</context>
<context>
    <name>RulesModel</name>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>What it asks for</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>SaveCopy</name>
    <message>
        <source>{0}（副本）{1}</source>
        <translation>{0} (copy){1}</translation>
    </message>
    <message>
        <source>台账 (*{0})</source>
        <translation>Ledgers (*{0})</translation>
    </message>
    <message>
        <source>另存副本</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>{0} 是原来台账的名称，没有另存。请换一个名称。</source>
        <translation>{0} is the name of the former ledger; nothing was saved. Please choose another name.</translation>
    </message>
    <message>
        <source>已另存到 {0}，现在编辑的是这个副本。</source>
        <translation>Saved to {0}; you are now editing that copy.</translation>
    </message>
    <message>
        <source>原来的台账已被较早的内容覆盖：{0} 里除了窗口里的这张表，都是较早的内容。后来的改动请从备份找回。</source>
        <translation>The former ledger was overwritten with an earlier state: apart from the form in this window, {0} holds the earlier state. Please get later changes back from a backup.</translation>
    </message>
    <message>
        <source>原来的台账读不全，只把窗口里的这张表存到了 {0}。其余的表请从备份找回。</source>
        <translation>The ledger cannot be read in full: only the form in the window was saved to {0}. Please take the other forms from a backup.</translation>
    </message>
    <message>
        <source>台账不在原处</source>
        <translation>The ledger is not where it was</translation>
    </message>
    <message>
        <source>现在离开，台账里的表可能再也找不回来。</source>
        <translation>If you leave now, the forms of this ledger may be lost for good.</translation>
    </message>
    <message>
        <source>另存副本…</source>
        <translation>Save a copy…</translation>
    </message>
    <message>
        <source>不存，离开</source>
        <translation>Leave without saving</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>SaveFailedQuestion</name>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>最后的改动没有保存。</source>
        <translation>The last change is not saved.</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>放弃改动</source>
        <translation>Give up the change</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>SavingNotice</name>
    <message>
        <source>没有保存：{0}录入的内容还在窗口里。</source>
        <translation>Not saved: {0} What you entered is still in the window.</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>SignLegend</name>
    <message>
        <source>表格里的记号</source>
        <translation>Signs in the tables</translation>
    </message>
</context>
<context>
    <name>Signs</name>
    <message>
        <source>程序计算</source>
        <translation>Calculated</translation>
    </message>
    <message>
        <source>改填</source>
        <translation>Overridden</translation>
    </message>
    <message>
        <source>导入未认可</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>结转未认可</source>
        <translation>Carried over</translation>
    </message>
    <message>
        <source>手工填写</source>
        <translation>Typed</translation>
    </message>
    <message>
        <source>私人备注</source>
        <translation>Private note</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
</context>
<context>
    <name>Sizes</name>
    <message>
        <source>这个台账已有 {size}，到 {most} 就不能再存入，内容都完好。请在方便时新建一个台账，往后的表填在那里；这个台账仍可查看、打印和导出。</source>
        <translation>This ledger has {size}; at {most} nothing more can be stored in it. Everything in it is whole. When it suits you, make a new ledger and fill in further forms there; this one can still be read, printed and exported.</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>参考指标</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>未填项目名称</source>
        <translation>No project name</translation>
    </message>
    <message>
        <source>{project}（{year} 年度）</source>
        <translation>{project} ({year})</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>绩效自评</source>
        <translation>Selfeval</translation>
    </message>
    <message>
        <source>填报、检查、打印财政项目支出绩效自评表。一个台账文件装下全部表单。</source>
        <translation>Fill in, check and print performance self-evaluation forms. One ledger file holds them all.</translation>
    </message>
    <message>
        <source>出现的问题</source>
        <translation>What went wrong</translation>
    </message>
    <message>
        <source>最近的台账</source>
        <translation>Recent ledgers</translation>
    </message>
    <message>
        <source>还没有打开过台账。可以先打开练习台账看一看。</source>
        <translation>No ledger has been opened yet. Have a look at the practice ledger first.</translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message>
        <source>绩效自评</source>
        <translation>Selfeval</translation>
    </message>
    <message>
        <source>程序出错，窗口没有打开。台账保持上一次存好的内容，请联系维护人员。</source>
        <translation>The program had a fault and the window did not open. The ledger holds what was stored last. Ask whoever mends the program.</translation>
    </message>
    <message>
        <source>程序出错，窗口没有打开。台账保持上一次存好的内容，请把日志 {path} 交给维护人员。</source>
        <translation>The program had a fault and the window did not open. The ledger holds what was stored last. Give the log {path} to whoever mends the program.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>分值合计</source>
        <translation>Sum of weights</translation>
    </message>
    <message>
        <source>执行率</source>
        <translation>Execution rate</translation>
    </message>
    <message>
        <source>总分</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>自评等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>上年的值</source>
        <translation>Last year&apos;s value</translation>
    </message>
    <message>
        <source>保存状态</source>
        <translation>Saved or not</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>执行率 {0}</source>
        <translation>Execution rate {0}</translation>
    </message>
    <message>
        <source>总分 {0}</source>
        <translation>Total {0}</translation>
    </message>
    <message>
        <source>等级 {0}</source>
        <translation>Grade {0}</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>未保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>正在保存…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>已保存 {0}</source>
        <translation>Saved {0}</translation>
    </message>
    <message>
        <source>× 保存失败：{0}</source>
        <translation>× Not saved: {0}</translation>
    </message>
    <message>
        <source>只读</source>
        <translation>Read-only</translation>
    </message>
    <message>
        <source>台账是只读打开的，不能修改</source>
        <translation>The ledger is open read-only and cannot be changed</translation>
    </message>
    <message>
        <source>分值合计 {found} / {full} {sign}</source>
        <translation>Weights {found} / {full} {sign}</translation>
    </message>
    <message>
        <source>分值 {found}/{full} {sign}</source>
        <translation>Wts {found}/{full} {sign}</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>插入行</source>
        <translation>Insert row</translation>
    </message>
    <message>
        <source>复制行</source>
        <translation>Duplicate Rows</translation>
    </message>
    <message>
        <source>删除行</source>
        <translation>Delete row</translation>
    </message>
    <message>
        <source>移动行</source>
        <translation>Move row</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>向下填充</source>
        <translation>Fill Down</translation>
    </message>
    <message>
        <source>分值配平</source>
        <translation>Balance Weights</translation>
    </message>
    <message>
        <source>整理文字</source>
        <translation>Tidy Text</translation>
    </message>
    <message>
        <source>加入指标</source>
        <translation>Add indicators</translation>
    </message>
    <message>
        <source>插入偏差原因</source>
        <translation>Insert reason</translation>
    </message>
    <message>
        <source>私人备注</source>
        <translation>Private Note</translation>
    </message>
    <message>
        <source>认可</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>说明理由</source>
        <translation>explaining</translation>
    </message>
    <message>
        <source>启用或停用规则</source>
        <translation>switching rules</translation>
    </message>
    <message>
        <source>新建自评表</source>
        <translation>New form</translation>
    </message>
    <message>
        <source>复制自评表</source>
        <translation>Duplicate form</translation>
    </message>
    <message>
        <source>删除自评表</source>
        <translation>Delete form</translation>
    </message>
    <message>
        <source>从回收站恢复</source>
        <translation>Restore from recycle bin</translation>
    </message>
    <message>
        <source>恢复以前的内容</source>
        <translation>Restore earlier content</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>从上年结转</source>
        <translation>Carry over</translation>
    </message>
    <message>
        <source>导入财务数据</source>
        <translation>Import finance list</translation>
    </message>
    <message>
        <source>修改单位</source>
        <translation>Change units</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>可打印</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>已打印</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>已导出</source>
        <translation>Exported</translation>
    </message>
    <message>
        <source>已改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>修改{cell}</source>
        <translation>Change {cell}</translation>
    </message>
    <message>
        <source>（副本）</source>
        <translation> (copy)</translation>
    </message>
    <message>
        <source>（恢复稿）</source>
        <translation> (restored)</translation>
    </message>
    <message>
        <source>已说明</source>
        <translation>Explained</translation>
    </message>
    <message>
        <source>{count} 个错误</source>
        <translation>errors: {count}</translation>
    </message>
    <message>
        <source>{count} 个提醒</source>
        <translation>warnings: {count}</translation>
    </message>
    <message>
        <source>{count} 个提示</source>
        <translation>hints: {count}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>没有发现问题</source>
        <translation>no problems</translation>
    </message>
    <message>
        <source>删除空白指标行</source>
        <translation>Delete blank indicator rows</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Returned</translation>
    </message>
</context>
<context>
    <name>StickDialog</name>
    <message>
        <source>备份到U盘</source>
        <translation>Back up to a USB stick</translation>
    </message>
    <message>
        <source>备份到哪里</source>
        <translation>Where to back up to</translation>
    </message>
    <message>
        <source>重新查找</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>选择文件夹…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>选择文件夹</source>
        <translation>Choose a folder</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Back up</translation>
    </message>
    <message>
        <source>整个台账复制过去，写好后打开核对。放在单独的文件夹里，以前的备份不会被替换。</source>
        <translation>The whole ledger is copied, then the copy is opened and checked. It goes into a folder of its own; earlier backups are not replaced.</translation>
    </message>
    <message>
        <source>{0}（{1}，可用 {2} GB）</source>
        <translation>{0} ({1}, {2} GB free)</translation>
    </message>
    <message>
        <source>备份到哪个文件夹</source>
        <translation>Folder to back up to</translation>
    </message>
    <message>
        <source>没有找到U盘。请插入U盘后点“重新查找”，或者选择一个文件夹。</source>
        <translation>No USB stick was found. Plug one in and choose “Look again”, or choose a folder.</translation>
    </message>
    <message>
        <source>这个台账还没有备份到U盘。</source>
        <translation>This ledger has not been backed up to a USB stick yet.</translation>
    </message>
    <message>
        <source>上次备份到U盘：{0}（{1}）</source>
        <translation>Last USB backup: {0} ({1})</translation>
    </message>
</context>
<context>
    <name>Stories</name>
    <message>
        <source>还没有填写。</source>
        <translation>Not filled in yet.</translation>
    </message>
    <message>
        <source>手工填写。</source>
        <translation>Typed.</translation>
    </message>
    <message>
        <source>手工填写，与程序计算的相同。</source>
        <translation>Typed, the same as calculated.</translation>
    </message>
    <message>
        <source>程序计算，可以改填。</source>
        <translation>Calculated; you may overwrite it.</translation>
    </message>
    <message>
        <source>由程序计算，现在还没有可算的数。</source>
        <translation>Calculated; there are no figures to calculate from yet.</translation>
    </message>
    <message>
        <source>由程序填写，不能改。</source>
        <translation>Filled in by the program; cannot be changed.</translation>
    </message>
    <message>
        <source>这一格不用填写。</source>
        <translation>Nothing to fill in here.</translation>
    </message>
</context>
<context>
    <name>SummaryDialog</name>
    <message>
        <source>年度汇总表</source>
        <translation>Summary of a year</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>金额单位</source>
        <translation>Money unit</translation>
    </message>
    <message>
        <source>按实施单位小计</source>
        <translation>Subtotals by unit</translation>
    </message>
    <message>
        <source>小计</source>
        <translation>Subtotals</translation>
    </message>
    <message>
        <source>与多数表相同</source>
        <translation>As in most forms</translation>
    </message>
    <message>
        <source>将汇总 {0} 张表。</source>
        <translation>Forms to sum up: {0}. </translation>
    </message>
    <message>
        <source>其中 {0} 张还有错误或没有认可的结转值，备注里会写“草稿”。</source>
        <translation>With errors or unconfirmed carried values, remarked as “草稿”: {0}. </translation>
    </message>
    <message>
        <source>另有 {0} 张没有填年度，不在汇总之内。</source>
        <translation>Without a year, left out: {0}.</translation>
    </message>
</context>
<context>
    <name>Support</name>
    <message>
        <source>程序和系统的版本</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>设置，没有名称和路径</source>
        <translation>Settings, without names</translation>
    </message>
    <message>
        <source>运行记录，没有路径</source>
        <translation>Log, without paths</translation>
    </message>
    <message>
        <source>台账的结构和核对结果</source>
        <translation>Structure of the ledger</translation>
    </message>
    <message>
        <source>当前表，每个字都遮住</source>
        <translation>Open form, masked</translation>
    </message>
</context>
<context>
    <name>SupportCommands</name>
    <message>
        <source>正在收集求助材料…</source>
        <translation>Collecting the support material…</translation>
    </message>
    <message>
        <source>求助材料</source>
        <translation>Support material</translation>
    </message>
    <message>
        <source>导出求助材料</source>
        <translation>Export Material for Support</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open Folder</translation>
    </message>
    <message>
        <source>求助材料在 {0}，请把它交给维护人员。</source>
        <translation>The material is in {0}; give it to whoever mends the program.</translation>
    </message>
</context>
<context>
    <name>SupportDialog</name>
    <message>
        <source>导出求助材料</source>
        <translation>Export Material for Support</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>下面就是要交出去的全部内容，可以逐项查看。没有填写的文字和数字，没有项目、单位、人员和文件的名称。</source>
        <translation>This is all that will be handed out; look at each part. There are no texts and figures that you filled in, and no names of projects, units, people or files.</translation>
    </message>
</context>
<context>
    <name>TakeOverDialog</name>
    <message>
        <source>从交接包接收</source>
        <translation>Take Over from a Package</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>数目</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>各年度的表</source>
        <translation>Forms by year</translation>
    </message>
    <message>
        <source>存为新台账</source>
        <translation>Save as new ledger</translation>
    </message>
    <message>
        <source>也采用交接包里的纸张、打印和列宽设置</source>
        <translation>Also use the package’s paper, printing and column settings</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>接收</source>
        <translation>Take Over</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>表数</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Errors</translation>
    </message>
    <message>
        <source>未核对的值</source>
        <translation>To confirm</translation>
    </message>
    <message>
        <source>未处理的退回意见</source>
        <translation>Open comments</translation>
    </message>
    <message>
        <source>每个文件都按 SHA-256 核对过，没有缺损。</source>
        <translation>Every file was checked by SHA-256; nothing is missing or damaged.</translation>
    </message>
    <message>
        <source>请填写存到哪里。</source>
        <translation>Say where to save it.</translation>
    </message>
    <message>
        <source>已有同名文件，不会替换它，请换一个名称。</source>
        <translation>A file of that name exists and will not be replaced; choose another name.</translation>
    </message>
    <message>
        <source>没有这个文件夹，请换一个位置。</source>
        <translation>There is no such folder; choose another place.</translation>
    </message>
    <message>
        <source>台账 (*{0})</source>
        <translation>Ledger (*{0})</translation>
    </message>
</context>
<context>
    <name>TaskDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>TemplateCommands</name>
    <message>
        <source>载入表样</source>
        <translation>Load Template</translation>
    </message>
    <message>
        <source>表样 (*.toml)</source>
        <translation>Templates (*.toml)</translation>
    </message>
    <message>
        <source>正在读取表样…</source>
        <translation>Reading the template…</translation>
    </message>
    <message>
        <source>这张表没有留存的内容：换表样后没有位置的内容会放在这里。</source>
        <translation>Nothing of this form has been set aside: what has no place after a change of template is put here.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>换用第 {0} 版</source>
        <translation>Use Version {0}</translation>
    </message>
    <message>
        <source>查看全部 {0} 处</source>
        <translation>Show all {0}</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>留存的内容</source>
        <translation>Set Aside</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>原来的表样</source>
        <translation>Former Template</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>复制全部内容</source>
        <translation>Copy everything</translation>
    </message>
    <message>
        <source>复制全部内容，可以粘贴到别的格里或 Excel、WPS 里</source>
        <translation>Copies everything, to be pasted into other cells, Excel or WPS</translation>
    </message>
</context>
<context>
    <name>TemplateFaultsDialog</name>
    <message>
        <source>表样文件的问题</source>
        <translation>Faults of the template file</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Fault</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>已换成{template}。</source>
        <translation>Changed to {template}.</translation>
    </message>
    <message>
        <source>有 {count} 格在新表样里没有位置，已留存。</source>
        <translation> {count} cells have no place in the new template and were set aside.</translation>
    </message>
    <message>
        <source>原来留存的 {count} 格已放回。</source>
        <translation> {count} cells that had been set aside were put back.</translation>
    </message>
    <message>
        <source>金额已换算成{unit}。</source>
        <translation> The amounts were converted to {unit}.</translation>
    </message>
    <message>
        <source>“{name}”第 {version} 版</source>
        <translation>“{name}”, version {version}</translation>
    </message>
    <message>
        <source>这张表按“{name}”第 {old} 版填写，现在有第 {new} 版。不换也可以照旧检查和打印。</source>
        <translation>This form was filled in under version {old} of “{name}”; there is a version {new} now. Without changing, it can be checked and printed as before.</translation>
    </message>
    <message>
        <source>已载入表样{template}，可以在表样一栏里选用。</source>
        <translation>The template {template} was loaded; it can be chosen in the Template box.</translation>
    </message>
    <message>
        <source>下面 {count} 格在现在的表样里没有位置。内容留存在台账里，不打印也不导出；换回有这一格的表样时自动放回。</source>
        <translation>These {count} cells have no place in the present template. Their content stays in the ledger and is neither printed nor exported; it is put back when you change to a template that has the cell.</translation>
    </message>
</context>
<context>
    <name>TextColumn</name>
    <message>
        <source>整理…</source>
        <translation>Tidy…</translation>
    </message>
    <message>
        <source>去掉粘贴带来的空格、换行和重复标点</source>
        <translation>Take out spaces, line breaks and doubled stops that came in by pasting</translation>
    </message>
    <message>
        <source>在大窗口里编辑（F4）</source>
        <translation>Edit in a large box (F4)</translation>
    </message>
    <message>
        <source>必填</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>整理{title}</source>
        <translation>Tidy {title}</translation>
    </message>
    <message>
        <source>展开编辑{title}</source>
        <translation>Edit {title} in a large box</translation>
    </message>
</context>
<context>
    <name>TextCommands</name>
    <message>
        <source>请先把光标放到一段文字里，例如目标或指标名称。</source>
        <translation>Put the cursor into a text first, such as a goal or an indicator’s name.</translation>
    </message>
    <message>
        <source>请先把光标放到要展开的文字里，例如目标或偏差原因。</source>
        <translation>First put the cursor into the text to enlarge, such as a goal or a reason.</translation>
    </message>
    <message>
        <source>{cell}不是文字，没有可以展开的内容。</source>
        <translation>{cell} is not a text: there is nothing to enlarge.</translation>
    </message>
    <message>
        <source>这段文字里没有要整理的空格、换行和重复标点。</source>
        <translation>This text has no spaces, line breaks or doubled stops to take out.</translation>
    </message>
</context>
<context>
    <name>TextFacts</name>
    <message>
        <source>字数和打印</source>
        <translation>Length and print</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>页面缩略图</source>
        <translation>Page thumbnails</translation>
    </message>
</context>
<context>
    <name>TidyDialog</name>
    <message>
        <source>整理文字</source>
        <translation>Tidy Text</translation>
    </message>
    <message>
        <source>整理前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>整理后</source>
        <translation>After</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>只去掉多余的空格、换行和重复的标点，文字一个不动。采用后可以撤销。</source>
        <translation>Only spaces, line breaks and doubled stops go; no word is touched. This can be undone.</translation>
    </message>
</context>
<context>
    <name>TypeOverCommands</name>
    <message>
        <source>这张表还没有填任何内容。</source>
        <translation>Nothing is filled in yet.</translation>
    </message>
</context>
<context>
    <name>TypeOverDialog</name>
    <message>
        <source>录入对照</source>
        <translation>Type over</translation>
    </message>
    <message>
        <source>全部栏目</source>
        <translation>All fields</translation>
    </message>
    <message>
        <source>录到哪里</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>已录</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>上一项</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>已录，下一项</source>
        <translation>Done, next</translation>
    </message>
    <message>
        <source>打印对照单…</source>
        <translation>Print list…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>回车</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>第 {0} 项，共 {1} 项；已录 {2} 项</source>
        <translation>Field {0} of {1}; {2} done</translation>
    </message>
    <message>
        <source>已复制：{0}</source>
        <translation>Copied: {0}</translation>
    </message>
</context>
<context>
    <name>UnitsDialog</name>
    <message>
        <source>单位</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>从表中补充</source>
        <translation>Add from forms</translation>
    </message>
    <message>
        <source>加上已有的表里填过、这里还没有的单位</source>
        <translation>Adds the units that forms name and this list lacks</translation>
    </message>
    <message>
        <source>第 {0} 个单位没有填名称。</source>
        <translation>Unit {0} has no name.</translation>
    </message>
    <message>
        <source>“{0}”有两个，请改名或删除一个。</source>
        <translation>“{0}” is listed twice; rename or remove one.</translation>
    </message>
    <message>
        <source>改动还没有保存。再取消一次，就放弃这些改动。</source>
        <translation>The changes are not saved yet. Cancel once more to give them up.</translation>
    </message>
    <message>
        <source>必填</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>新表填了实施单位，这里的内容就自动带出。已有的表不受影响。</source>
        <translation>A new form takes these over with its unit. Forms that exist already stay as they are.</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>（未填名称）</source>
        <translation>(no name)</translation>
    </message>
</context>
<context>
    <name>VerifyCommands</name>
    <message>
        <source>正在核对台账…</source>
        <translation>Verifying the ledger…</translation>
    </message>
    <message>
        <source>台账完好，{0} 张自评表都与存入时一致。</source>
        <translation>The ledger is intact; forms, all as they were stored: {0}.</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>WeightChips</name>
    <message>
        <source>{name}的分值合计 {found}，表样规定 {expected}</source>
        <translation>{name}: weights add up to {found}, the template sets {expected}</translation>
    </message>
    <message>
        <source>执行率得分 {found}，分值 {expected}</source>
        <translation>Execution score {found}, weight {expected}</translation>
    </message>
    <message>
        <source>执行率</source>
        <translation>Execution rate</translation>
    </message>
</context>
<context>
    <name>WholeFormDialog</name>
    <message>
        <source>粘贴整张表</source>
        <translation>Paste whole form</translation>
    </message>
    <message>
        <source>作为新表导入</source>
        <translation>Import as new form</translation>
    </message>
    <message>
        <source>填进当前表</source>
        <translation>Fill into open form</translation>
    </message>
    <message>
        <source>只粘贴指标行</source>
        <translation>Paste indicator rows only</translation>
    </message>
    <message>
        <source>剪贴板里是一张完整的自评表</source>
        <translation>There is a whole form on the clipboard</translation>
    </message>
    <message>
        <source>导入后可以撤销。</source>
        <translation>The import can be undone.</translation>
    </message>
    <message>
        <source>填进当前表：认出的值替换当前表的值，表里空着的不清除；导入、填进都可以撤销。</source>
        <translation>Filling in replaces values of the open form by those recognised; blanks clear nothing. Both importing and filling in can be undone.</translation>
    </message>
    <message>
        <source>当前表有 {count} 行指标剪贴板里没有，填进后不再保留。</source>
        <translation>The open form has {count} indicator rows that are not on the clipboard; they go when it is filled in.</translation>
    </message>
</context>
<context>
    <name>WholeFormPaste</name>
    <message>
        <source>剪贴板里的自评表已填进当前表。</source>
        <translation>The form on the clipboard has been filled into the open form.</translation>
    </message>
</context>
<context>
    <name>WorkArea</name>
    <message>
        <source>没有自评表</source>
        <translation>No forms</translation>
    </message>
    <message>
        <source>这个台账还没有自评表。按 Ctrl+N 新建，用“导入”从文件读入，或复制整张表后按 Ctrl+Shift+V 粘贴；也可以把文件拖到这里。</source>
        <translation>This ledger has no forms yet. Press Ctrl+N for a new one, use Import to read files, or copy a whole form and press Ctrl+Shift+V; you can also drop files here.</translation>
    </message>
</context>
<context>
    <name>Workings</name>
    <message>
        <source>分值由表样规定</source>
        <translation>The weight is set by the template</translation>
    </message>
    <message>
        <source>填写 {typed}，程序计算 {calculated}。清空后恢复计算值。</source>
        <translation>Entered {typed}, calculated {calculated}. Clear the cell to go back to the calculated value.</translation>
    </message>
    <message>
        <source>合计 = 各项之和：{terms} = {sum}</source>
        <translation>Total = sum of the parts: {terms} = {sum}</translation>
    </message>
    <message>
        <source>执行率 = {executed} ÷ {budget}</source>
        <translation>Execution rate = {executed} ÷ {budget}</translation>
    </message>
    <message>
        <source>没有执行率，得分按 0 计</source>
        <translation>There is no execution rate, so the score is 0</translation>
    </message>
    <message>
        <source>按分档计分：执行率 {rate}% 得 {score} 分</source>
        <translation>By steps: an execution rate of {rate}% scores {score}</translation>
    </message>
    <message>
        <source>得分 = 执行率 × 分值 = {quotient} × {weight} = {score}，最高 {weight}</source>
        <translation>Score = rate × weight = {quotient} × {weight} = {score}, at most {weight}</translation>
    </message>
    <message>
        <source>这一行没有分值，得分不能计算</source>
        <translation>This row has no weight, so there is no score</translation>
    </message>
    <message>
        <source>填好年度指标值和实际完成值，得分就由程序计算</source>
        <translation>Once target and actual value are filled in, the score is calculated</translation>
    </message>
    <message>
        <source>指标值是区间或日期，不能自动计算，请填写得分</source>
        <translation>The target is a range or a date and cannot be calculated; please type the score</translation>
    </message>
    <message>
        <source>实际完成值与年度指标值不能相比（不是数字，或单位不同），请填写得分</source>
        <translation>Actual value and target cannot be compared (no number, or other units); please type the score</translation>
    </message>
    <message>
        <source>指标值为 0 或负数，不能按比例计算，请填写得分</source>
        <translation>The target is 0 or negative, so there is no proportion; please type the score</translation>
    </message>
    <message>
        <source>实际完成值写明“{actual}”，即{grade}</source>
        <translation>The actual value says “{actual}”, which is: {grade}</translation>
    </message>
    <message>
        <source>实际 {actual} 不超过目标 {target}，得满分 {weight}</source>
        <translation>Actual {actual} does not exceed the target {target}: full score {weight}</translation>
    </message>
    <message>
        <source>目标 {target} ÷ 实际 {actual} × 分值 {weight} = {score}</source>
        <translation>Target {target} ÷ actual {actual} × weight {weight} = {score}</translation>
    </message>
    <message>
        <source>实际 {actual} 达到目标 {target} 的 2 倍，得 0 分</source>
        <translation>Actual {actual} is twice the target {target} or more: score 0</translation>
    </message>
    <message>
        <source>（1 −（实际 {actual} − 目标 {target}）÷ 目标 {target}）× 分值 {weight} = {score}</source>
        <translation>(1 − (actual {actual} − target {target}) ÷ target {target}) × weight {weight} = {score}</translation>
    </message>
    <message>
        <source>目标为 0，实际 {actual}，得 0 分</source>
        <translation>The target is 0 and the actual value {actual}: score 0</translation>
    </message>
    <message>
        <source>实际 {actual} 达到目标 {target}，得满分 {weight}</source>
        <translation>Actual {actual} reaches the target {target}: full score {weight}</translation>
    </message>
    <message>
        <source>实际 {actual} ÷ 目标 {target} × 分值 {weight} = {score}</source>
        <translation>Actual {actual} ÷ target {target} × weight {weight} = {score}</translation>
    </message>
    <message>
        <source>指标值是文字，请选择达成情况，或填写得分</source>
        <translation>The target is in words; choose a grade or type the score</translation>
    </message>
    <message>
        <source>达成，得满分 {high}；也可以在 {low}–{high} 之间填写</source>
        <translation>Met: full score {high}; {low}–{high} may be typed</translation>
    </message>
    <message>
        <source>{grade}，得分在 {low}–{high} 之间，请填写</source>
        <translation>{grade}: the score lies between {low} and {high}; please type it</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>自评表</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>自评表的各部分</source>
        <translation>Parts of the form</translation>
    </message>
    <message>
        <source>① 资金</source>
        <translation>① Funds</translation>
    </message>
    <message>
        <source>② 目标</source>
        <translation>② Goals</translation>
    </message>
    <message>
        <source>③ 指标</source>
        <translation>③ Indicators</translation>
    </message>
    <message>
        <source>④ 打印预览</source>
        <translation>④ Print preview</translation>
    </message>
</context>
<context>
    <name>_Page</name>
    <message>
        <source>把光标放到表里的一格，这里就说明那一格填什么、怎样填。</source>
        <translation>Put the cursor into a cell of the form, and this tells what belongs there and how to fill it in.</translation>
    </message>
    <message>
        <source>表格里的记号</source>
        <translation>Signs in the tables</translation>
    </message>
    <message>
        <source>这一格现在</source>
        <translation>This cell now</translation>
    </message>
    <message>
        <source>例</source>
        <translation>Example</translation>
    </message>
    <message>
        <source>检查时看</source>
        <translation>What is checked</translation>
    </message>
</context>
</TS>
