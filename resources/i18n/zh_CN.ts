<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>Action</name>
  <message>
   <source>Accountant's export</source>
   <translation>会计导出</translation>
  </message>
  <message>
   <source>Accounts</source>
   <translation>折旧科目</translation>
  </message>
  <message>
   <source>Accounts mapping</source>
   <translation>科目对照</translation>
  </message>
  <message>
   <source>Add a filter</source>
   <translation>添加筛选</translation>
  </message>
  <message>
   <source>Add invoices</source>
   <translation>添加发票</translation>
  </message>
  <message>
   <source>Add papers</source>
   <translation>追加单据</translation>
  </message>
  <message>
   <source>Add the invoice</source>
   <translation>补发票</translation>
  </message>
  <message>
   <source>Adjustment as workbook</source>
   <translation>导出基数调整表</translation>
  </message>
  <message>
   <source>Ageing</source>
   <translation>账龄</translation>
  </message>
  <message>
   <source>Approve</source>
   <translation>同意</translation>
  </message>
  <message>
   <source>Approve the sheet</source>
   <translation>批准</translation>
  </message>
  <message>
   <source>Archive</source>
   <translation>归档</translation>
  </message>
  <message>
   <source>Assets in hand</source>
   <translation>名下资产</translation>
  </message>
  <message>
   <source>Attendance of the month</source>
   <translation>月考勤</translation>
  </message>
  <message>
   <source>Back payment</source>
   <translation>补缴</translation>
  </message>
  <message>
   <source>Back to the draft</source>
   <translation>退回草稿</translation>
  </message>
  <message>
   <source>Bank file</source>
   <translation>生成银行文件</translation>
  </message>
  <message>
   <source>Bank file as it was written</source>
   <translation>再次保存银行代发文件</translation>
  </message>
  <message>
   <source>Bank's answer</source>
   <translation>导入银行回单</translation>
  </message>
  <message>
   <source>Base adjustment</source>
   <translation>基数调整</translation>
  </message>
  <message>
   <source>Before and after</source>
   <translation>调整明细</translation>
  </message>
  <message>
   <source>Bind a month</source>
   <translation>装订月份</translation>
  </message>
  <message>
   <source>Bonus sheet</source>
   <translation>奖金表</translation>
  </message>
  <message>
   <source>Book and close</source>
   <translation>过账关单</translation>
  </message>
  <message>
   <source>Borrow</source>
   <translation>借用登记</translation>
  </message>
  <message>
   <source>Brought back</source>
   <translation>归还</translation>
  </message>
  <message>
   <source>Calendar</source>
   <translation>日历</translation>
  </message>
  <message>
   <source>Calendar file (.ics)</source>
   <translation>导出日历文件(.ics)</translation>
  </message>
  <message>
   <source>Call off</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Came back</source>
   <translation>登记退还</translation>
  </message>
  <message>
   <source>Cancel the batch</source>
   <translation>取消批次</translation>
  </message>
  <message>
   <source>Cancel the lease</source>
   <translation>作废合同</translation>
  </message>
  <message>
   <source>Certificates…</source>
   <translation>开具证明…</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>变更</translation>
  </message>
  <message>
   <source>Change from a day on</source>
   <translation>从某日起调整</translation>
  </message>
  <message>
   <source>Change of pay</source>
   <translation>调薪</translation>
  </message>
  <message>
   <source>Change planned rents</source>
   <translation>调整未到期租金</translation>
  </message>
  <message>
   <source>Check the bill</source>
   <translation>核对账单</translation>
  </message>
  <message>
   <source>Check the chain</source>
   <translation>核验记录</translation>
  </message>
  <message>
   <source>Checked</source>
   <translation>标为已核对</translation>
  </message>
  <message>
   <source>Checklist</source>
   <translation>资料清单</translation>
  </message>
  <message>
   <source>Checks of the sheet</source>
   <translation>发放检查</translation>
  </message>
  <message>
   <source>Close month</source>
   <translation>结账</translation>
  </message>
  <message>
   <source>Close the request</source>
   <translation>关闭申请</translation>
  </message>
  <message>
   <source>Collect again</source>
   <translation>重新取数</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>列</translation>
  </message>
  <message>
   <source>Company and tax book</source>
   <translation>税会差异</translation>
  </message>
  <message>
   <source>Confirm after probation</source>
   <translation>转正</translation>
  </message>
  <message>
   <source>Confirm all</source>
   <translation>全部确认</translation>
  </message>
  <message>
   <source>Confirmed</source>
   <translation>登记确认</translation>
  </message>
  <message>
   <source>Contract signed</source>
   <translation>登记签约</translation>
  </message>
  <message>
   <source>Copy as new</source>
   <translation>复制为新单</translation>
  </message>
  <message>
   <source>Copy as table</source>
   <translation>复制为表格</translation>
  </message>
  <message>
   <source>Correct it</source>
   <translation>去更正</translation>
  </message>
  <message>
   <source>Costs against last year</source>
   <translation>费用同比</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>盘点</translation>
  </message>
  <message>
   <source>Count sheet as workbook</source>
   <translation>盘点表导出 Excel</translation>
  </message>
  <message>
   <source>Declined by themselves</source>
   <translation>本人放弃</translation>
  </message>
  <message>
   <source>Delete the case</source>
   <translation>删除事项</translation>
  </message>
  <message>
   <source>Delete the draft</source>
   <translation>删除草稿</translation>
  </message>
  <message>
   <source>Delete the lease</source>
   <translation>删除租约</translation>
  </message>
  <message>
   <source>Delete the packet</source>
   <translation>删除送审包</translation>
  </message>
  <message>
   <source>Delete the selected drafts</source>
   <translation>删除选中的草稿</translation>
  </message>
  <message>
   <source>Delete the sheet</source>
   <translation>删除发放表</translation>
  </message>
  <message>
   <source>Depreciation</source>
   <translation>折旧</translation>
  </message>
  <message>
   <source>Depreciation table as workbook</source>
   <translation>导出折旧表</translation>
  </message>
  <message>
   <source>Details on or off</source>
   <translation>显示或隐藏详情</translation>
  </message>
  <message>
   <source>Differences</source>
   <translation>盘点差异</translation>
  </message>
  <message>
   <source>Differences by month</source>
   <translation>逐月补差明细</translation>
  </message>
  <message>
   <source>Differences to last month</source>
   <translation>较上月差异</translation>
  </message>
  <message>
   <source>Dispose</source>
   <translation>处置</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成阶段</translation>
  </message>
  <message>
   <source>Draft the contract</source>
   <translation>生成合同</translation>
  </message>
  <message>
   <source>Drop</source>
   <translation>放弃</translation>
  </message>
  <message>
   <source>Dry run</source>
   <translation>试算</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>修改</translation>
  </message>
  <message>
   <source>Edit printed papers…</source>
   <translation>打印模板…</translation>
  </message>
  <message>
   <source>Edit the plan</source>
   <translation>修改计划</translation>
  </message>
  <message>
   <source>Employer's cost</source>
   <translation>人工成本表</translation>
  </message>
  <message>
   <source>End</source>
   <translation>终止/解除</translation>
  </message>
  <message>
   <source>Entries for the accountant</source>
   <translation>导出折旧分录</translation>
  </message>
  <message>
   <source>Estimate anew</source>
   <translation>变更估计</translation>
  </message>
  <message>
   <source>Everybody</source>
   <translation>人员明细</translation>
  </message>
  <message>
   <source>Everybody has signed</source>
   <translation>全部签收</translation>
  </message>
  <message>
   <source>Everybody's payslips with the year to date</source>
   <translation>全员工资清单（含本年累计）</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>导出</translation>
  </message>
  <message>
   <source>Export count sheet</source>
   <translation>导出盘点表</translation>
  </message>
  <message>
   <source>Export slip</source>
   <translation>导出借用单</translation>
  </message>
  <message>
   <source>Export the list of certificates</source>
   <translation>导出证照一览表</translation>
  </message>
  <message>
   <source>Export the people</source>
   <translation>导出名单</translation>
  </message>
  <message>
   <source>Export the roster</source>
   <translation>导出职工名册</translation>
  </message>
  <message>
   <source>Export the selected rows</source>
   <translation>导出选中行</translation>
  </message>
  <message>
   <source>Export the slip</source>
   <translation>导出单据</translation>
  </message>
  <message>
   <source>Export the summary</source>
   <translation>导出情况表</translation>
  </message>
  <message>
   <source>Export what is shown</source>
   <translation>导出当前列表</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>办结</translation>
  </message>
  <message>
   <source>Finish the count</source>
   <translation>结束盘点</translation>
  </message>
  <message>
   <source>Forfeited</source>
   <translation>登记没收</translation>
  </message>
  <message>
   <source>Funding source…</source>
   <translation>经费来源…</translation>
  </message>
  <message>
   <source>Funnel</source>
   <translation>招聘漏斗</translation>
  </message>
  <message>
   <source>Give up</source>
   <translation>放弃办理</translation>
  </message>
  <message>
   <source>Go on counting</source>
   <translation>继续盘点</translation>
  </message>
  <message>
   <source>Grant less</source>
   <translation>核减</translation>
  </message>
  <message>
   <source>Granted</source>
   <translation>获批</translation>
  </message>
  <message>
   <source>Hand back</source>
   <translation>退回</translation>
  </message>
  <message>
   <source>Hand out</source>
   <translation>借出</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>交付</translation>
  </message>
  <message>
   <source>Handled</source>
   <translation>已处理</translation>
  </message>
  <message>
   <source>Import a counted list</source>
   <translation>导入盘点结果</translation>
  </message>
  <message>
   <source>Import a list</source>
   <translation>导入清单</translation>
  </message>
  <message>
   <source>Import attendance</source>
   <translation>导入考勤</translation>
  </message>
  <message>
   <source>Import invoices</source>
   <translation>导入发票</translation>
  </message>
  <message>
   <source>Import people</source>
   <translation>导入员工</translation>
  </message>
  <message>
   <source>Insurance policies</source>
   <translation>参保政策</translation>
  </message>
  <message>
   <source>Invoice pages</source>
   <translation>发票原件</translation>
  </message>
  <message>
   <source>Issue</source>
   <translation>领用</translation>
  </message>
  <message>
   <source>It is back</source>
   <translation>归还</translation>
  </message>
  <message>
   <source>Joins</source>
   <translation>办理入职</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>保留</translation>
  </message>
  <message>
   <source>Keep longer</source>
   <translation>延期归还</translation>
  </message>
  <message>
   <source>Label from a picture</source>
   <translation>从图片识别标签</translation>
  </message>
  <message>
   <source>Leave out this time</source>
   <translation>本期跳过</translation>
  </message>
  <message>
   <source>Lend</source>
   <translation>借用</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>付款明细</translation>
  </message>
  <message>
   <source>List for another PC</source>
   <translation>导出离线盘点表</translation>
  </message>
  <message>
   <source>List for opening cards</source>
   <translation>导出批量开卡名单</translation>
  </message>
  <message>
   <source>List of rents</source>
   <translation>租金明细</translation>
  </message>
  <message>
   <source>Load a template</source>
   <translation>载入清单模板</translation>
  </message>
  <message>
   <source>Load the usual articles</source>
   <translation>载入常用物资</translation>
  </message>
  <message>
   <source>Load the usual formats</source>
   <translation>载入常用格式</translation>
  </message>
  <message>
   <source>Load the usual limits</source>
   <translation>载入常用标准</translation>
  </message>
  <message>
   <source>Load the usual policies</source>
   <translation>载入常用政策</translation>
  </message>
  <message>
   <source>Lock the month</source>
   <translation>锁定月份</translation>
  </message>
  <message>
   <source>Lodge</source>
   <translation>送交</translation>
  </message>
  <message>
   <source>Lodged</source>
   <translation>登记申报</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>刷新</translation>
  </message>
  <message>
   <source>Make a bid</source>
   <translation>转为投标</translation>
  </message>
  <message>
   <source>Make a case</source>
   <translation>立项办理</translation>
  </message>
  <message>
   <source>Make a claim from these</source>
   <translation>生成报销单</translation>
  </message>
  <message>
   <source>Make it recurring…</source>
   <translation>设为周期单据…</translation>
  </message>
  <message>
   <source>Make the draft</source>
   <translation>生成草稿</translation>
  </message>
  <message>
   <source>Make the paper</source>
   <translation>生成单据</translation>
  </message>
  <message>
   <source>Mark as paid</source>
   <translation>标记已付款</translation>
  </message>
  <message>
   <source>Money came in</source>
   <translation>登记到账</translation>
  </message>
  <message>
   <source>Money of leases</source>
   <translation>收款明细</translation>
  </message>
  <message>
   <source>Money received</source>
   <translation>登记到款</translation>
  </message>
  <message>
   <source>Monthly bundle</source>
   <translation>凭证册</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>调拨</translation>
  </message>
  <message>
   <source>Narrow rows on or off</source>
   <translation>紧凑行距开关</translation>
  </message>
  <message>
   <source>New</source>
   <translation>新建</translation>
  </message>
  <message>
   <source>New absence</source>
   <translation>登记请假</translation>
  </message>
  <message>
   <source>New account</source>
   <translation>新建账户</translation>
  </message>
  <message>
   <source>New adjustment</source>
   <translation>新建基数调整</translation>
  </message>
  <message>
   <source>New advance</source>
   <translation>新建借款</translation>
  </message>
  <message>
   <source>New article</source>
   <translation>新增物资</translation>
  </message>
  <message>
   <source>New asset</source>
   <translation>新增资产</translation>
  </message>
  <message>
   <source>New bid</source>
   <translation>新建投标</translation>
  </message>
  <message>
   <source>New candidate</source>
   <translation>新增应聘者</translation>
  </message>
  <message>
   <source>New case</source>
   <translation>新建事项</translation>
  </message>
  <message>
   <source>New category</source>
   <translation>新建类别</translation>
  </message>
  <message>
   <source>New certificate</source>
   <translation>新增证照</translation>
  </message>
  <message>
   <source>New change</source>
   <translation>新建增减员</translation>
  </message>
  <message>
   <source>New city</source>
   <translation>新建城市</translation>
  </message>
  <message>
   <source>New claim</source>
   <translation>新建报销</translation>
  </message>
  <message>
   <source>New class</source>
   <translation>新增类别</translation>
  </message>
  <message>
   <source>New component</source>
   <translation>新建薪资项目</translation>
  </message>
  <message>
   <source>New department</source>
   <translation>新建部门</translation>
  </message>
  <message>
   <source>New deposit</source>
   <translation>新建保证金</translation>
  </message>
  <message>
   <source>New digest</source>
   <translation>新建周报</translation>
  </message>
  <message>
   <source>New disposal</source>
   <translation>新建处置单</translation>
  </message>
  <message>
   <source>New employee</source>
   <translation>新建员工</translation>
  </message>
  <message>
   <source>New event</source>
   <translation>新增活动</translation>
  </message>
  <message>
   <source>New format</source>
   <translation>新建格式</translation>
  </message>
  <message>
   <source>New funding source</source>
   <translation>新建经费来源</translation>
  </message>
  <message>
   <source>New kind</source>
   <translation>新增种类</translation>
  </message>
  <message>
   <source>New labour contract</source>
   <translation>新签劳动合同</translation>
  </message>
  <message>
   <source>New lease</source>
   <translation>新增租约</translation>
  </message>
  <message>
   <source>New limit</source>
   <translation>新建标准</translation>
  </message>
  <message>
   <source>New limits from a month on</source>
   <translation>新年度上下限</translation>
  </message>
  <message>
   <source>New month</source>
   <translation>新建月份</translation>
  </message>
  <message>
   <source>New notice</source>
   <translation>登记信息</translation>
  </message>
  <message>
   <source>New packet</source>
   <translation>新建送审包</translation>
  </message>
  <message>
   <source>New payee</source>
   <translation>新增收款单位</translation>
  </message>
  <message>
   <source>New payment request</source>
   <translation>新建付款申请单</translation>
  </message>
  <message>
   <source>New place</source>
   <translation>新增地点</translation>
  </message>
  <message>
   <source>New policy</source>
   <translation>新建政策</translation>
  </message>
  <message>
   <source>New project</source>
   <translation>新建项目</translation>
  </message>
  <message>
   <source>New recurring paper</source>
   <translation>新建周期单据</translation>
  </message>
  <message>
   <source>New request</source>
   <translation>新增申请</translation>
  </message>
  <message>
   <source>New rule</source>
   <translation>新建规则</translation>
  </message>
  <message>
   <source>New sheet</source>
   <translation>新建发放表</translation>
  </message>
  <message>
   <source>New stock-take</source>
   <translation>新建盘点</translation>
  </message>
  <message>
   <source>New template</source>
   <translation>新建模板</translation>
  </message>
  <message>
   <source>New travel claim</source>
   <translation>新建差旅费报销单</translation>
  </message>
  <message>
   <source>New user</source>
   <translation>新建用户</translation>
  </message>
  <message>
   <source>Next stage</source>
   <translation>下一阶段</translation>
  </message>
  <message>
   <source>Not granted</source>
   <translation>未获批</translation>
  </message>
  <message>
   <source>Not paid after all</source>
   <translation>撤销缴款登记</translation>
  </message>
  <message>
   <source>Note an interview</source>
   <translation>记录面试</translation>
  </message>
  <message>
   <source>Note the answer</source>
   <translation>登记答复</translation>
  </message>
  <message>
   <source>One more signer</source>
   <translation>加签</translation>
  </message>
  <message>
   <source>One-off lines</source>
   <translation>一次性项目</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>Open a month again</source>
   <translation>重新打开月份</translation>
  </message>
  <message>
   <source>Open it again</source>
   <translation>重新打开</translation>
  </message>
  <message>
   <source>Open the notice</source>
   <translation>打开公告网页</translation>
  </message>
  <message>
   <source>Open the paper</source>
   <translation>打开原单</translation>
  </message>
  <message>
   <source>Open the record</source>
   <translation>打开记录</translation>
  </message>
  <message>
   <source>Pack the scans</source>
   <translation>打包资料</translation>
  </message>
  <message>
   <source>Packet list as Excel</source>
   <translation>清单导出 Excel</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>登记缴款</translation>
  </message>
  <message>
   <source>Paid otherwise</source>
   <translation>登记其他方式缴纳</translation>
  </message>
  <message>
   <source>Papers came back</source>
   <translation>资料被退回</translation>
  </message>
  <message>
   <source>Papers submitted</source>
   <translation>递交资料</translation>
  </message>
  <message>
   <source>Paste a list</source>
   <translation>粘贴清单</translation>
  </message>
  <message>
   <source>Pay of this person</source>
   <translation>此人薪资标准</translation>
  </message>
  <message>
   <source>Pay together</source>
   <translation>批量付款</translation>
  </message>
  <message>
   <source>Payroll settings</source>
   <translation>工资参数</translation>
  </message>
  <message>
   <source>Payroll sheet</source>
   <translation>工资表</translation>
  </message>
  <message>
   <source>Payslip of this person</source>
   <translation>此人的工资条</translation>
  </message>
  <message>
   <source>Payslip strips</source>
   <translation>工资条（裁切）</translation>
  </message>
  <message>
   <source>Payslips locked with a password…</source>
   <translation>加密工资条（设密码）…</translation>
  </message>
  <message>
   <source>Personnel file</source>
   <translation>人事档案</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>打印</translation>
  </message>
  <message>
   <source>Print card</source>
   <translation>打印卡片</translation>
  </message>
  <message>
   <source>Print case sheet</source>
   <translation>打印事项单</translation>
  </message>
  <message>
   <source>Print count sheet</source>
   <translation>打印盘点表</translation>
  </message>
  <message>
   <source>Print for signature</source>
   <translation>打印签字表</translation>
  </message>
  <message>
   <source>Print form</source>
   <translation>打印审批表</translation>
  </message>
  <message>
   <source>Print forms</source>
   <translation>打印申报表</translation>
  </message>
  <message>
   <source>Print labels</source>
   <translation>打印标签</translation>
  </message>
  <message>
   <source>Print list</source>
   <translation>打印清单</translation>
  </message>
  <message>
   <source>Print packet list</source>
   <translation>打印报销清单</translation>
  </message>
  <message>
   <source>Print payment list</source>
   <translation>打印付款清单</translation>
  </message>
  <message>
   <source>Print remittance</source>
   <translation>打印汇缴表</translation>
  </message>
  <message>
   <source>Print rent ledger</source>
   <translation>打印收租台账</translation>
  </message>
  <message>
   <source>Print sheet</source>
   <translation>打印签收表</translation>
  </message>
  <message>
   <source>Print slip</source>
   <translation>打印借用单</translation>
  </message>
  <message>
   <source>Print the bill check</source>
   <translation>打印账单核对表</translation>
  </message>
  <message>
   <source>Print the depreciation table</source>
   <translation>打印折旧表</translation>
  </message>
  <message>
   <source>Print the entries</source>
   <translation>打印折旧分录</translation>
  </message>
  <message>
   <source>Print the list</source>
   <translation>打印盘点表</translation>
  </message>
  <message>
   <source>Print the list of cases</source>
   <translation>打印办理事项一览表</translation>
  </message>
  <message>
   <source>Print the list of certificates</source>
   <translation>打印证照一览表</translation>
  </message>
  <message>
   <source>Print the roster</source>
   <translation>打印职工名册</translation>
  </message>
  <message>
   <source>Print the selected rows</source>
   <translation>打印选中行</translation>
  </message>
  <message>
   <source>Print the slip</source>
   <translation>打印单据</translation>
  </message>
  <message>
   <source>Print the summary</source>
   <translation>打印情况表</translation>
  </message>
  <message>
   <source>Print the terms of the contract</source>
   <translation>打印合同要点</translation>
  </message>
  <message>
   <source>Print top-up list</source>
   <translation>打印充值名单</translation>
  </message>
  <message>
   <source>Print voucher</source>
   <translation>打印单据</translation>
  </message>
  <message>
   <source>Print what is shown</source>
   <translation>打印当前列表</translation>
  </message>
  <message>
   <source>Put into a packet…</source>
   <translation>放入送审包…</translation>
  </message>
  <message>
   <source>Put off</source>
   <translation>推迟提醒</translation>
  </message>
  <message>
   <source>Put together</source>
   <translation>合并</translation>
  </message>
  <message>
   <source>Receive</source>
   <translation>验收入库</translation>
  </message>
  <message>
   <source>Reckon a month</source>
   <translation>计提折旧</translation>
  </message>
  <message>
   <source>Reckon again</source>
   <translation>重新试算</translation>
  </message>
  <message>
   <source>Red-lettered or cancelled</source>
   <translation>红冲或作废</translation>
  </message>
  <message>
   <source>Refer</source>
   <translation>转审</translation>
  </message>
  <message>
   <source>Refused by the fund</source>
   <translation>登记退件</translation>
  </message>
  <message>
   <source>Reject</source>
   <translation>不录用</translation>
  </message>
  <message>
   <source>Remind</source>
   <translation>催办</translation>
  </message>
  <message>
   <source>Remind again</source>
   <translation>恢复提醒</translation>
  </message>
  <message>
   <source>Remittance as workbook</source>
   <translation>导出汇缴明细</translation>
  </message>
  <message>
   <source>Remittances</source>
   <translation>汇缴</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Renew</source>
   <translation>续签</translation>
  </message>
  <message>
   <source>Renew it</source>
   <translation>换证</translation>
  </message>
  <message>
   <source>Rent received</source>
   <translation>收租登记</translation>
  </message>
  <message>
   <source>Reopen</source>
   <translation>反结账</translation>
  </message>
  <message>
   <source>Repaired</source>
   <translation>修复</translation>
  </message>
  <message>
   <source>Repayment</source>
   <translation>还款</translation>
  </message>
  <message>
   <source>Request the deposit</source>
   <translation>申请保证金</translation>
  </message>
  <message>
   <source>Responsibility sheet</source>
   <translation>责任表</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>登记结果</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>退回</translation>
  </message>
  <message>
   <source>Return the sheet</source>
   <translation>退回工资表</translation>
  </message>
  <message>
   <source>Reverse…</source>
   <translation>冲回…</translation>
  </message>
  <message>
   <source>Rosters and certificates</source>
   <translation>花名册与证明</translation>
  </message>
  <message>
   <source>Save the bank file again</source>
   <translation>再次保存银行文件</translation>
  </message>
  <message>
   <source>Scan a label</source>
   <translation>扫描标签</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>搜索</translation>
  </message>
  <message>
   <source>Security deposit</source>
   <translation>押金收退</translation>
  </message>
  <message>
   <source>Send to repair</source>
   <translation>送修</translation>
  </message>
  <message>
   <source>Set a stage</source>
   <translation>设置阶段</translation>
  </message>
  <message>
   <source>Sheet as .xlsx</source>
   <translation>导出责任表</translation>
  </message>
  <message>
   <source>Show the article</source>
   <translation>查看物资</translation>
  </message>
  <message>
   <source>Show the bid</source>
   <translation>查看投标</translation>
  </message>
  <message>
   <source>Show the contract</source>
   <translation>查看合同</translation>
  </message>
  <message>
   <source>Show the join paper</source>
   <translation>查看入职单</translation>
  </message>
  <message>
   <source>Show the list behind</source>
   <translation>查看明细</translation>
  </message>
  <message>
   <source>Show the payment request</source>
   <translation>查看付款申请</translation>
  </message>
  <message>
   <source>Somebody joins</source>
   <translation>入职</translation>
  </message>
  <message>
   <source>Somebody leaves</source>
   <translation>离职</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>拆分</translation>
  </message>
  <message>
   <source>Submit</source>
   <translation>提交</translation>
  </message>
  <message>
   <source>Submit for approval</source>
   <translation>提交审批</translation>
  </message>
  <message>
   <source>Submit the selected papers</source>
   <translation>提交选中的单据</translation>
  </message>
  <message>
   <source>Summary by department</source>
   <translation>部门汇总表</translation>
  </message>
  <message>
   <source>Supplement sheet</source>
   <translation>补发表</translation>
  </message>
  <message>
   <source>Surplus and shortage</source>
   <translation>打印盈亏表</translation>
  </message>
  <message>
   <source>Surplus and shortage as workbook</source>
   <translation>盈亏表导出 Excel</translation>
  </message>
  <message>
   <source>Take a step back</source>
   <translation>退回上一步</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>Take back from the bank</source>
   <translation>从银行收回</translation>
  </message>
  <message>
   <source>Take back the last estimate</source>
   <translation>撤销最近一次变更</translation>
  </message>
  <message>
   <source>Take back to the draft</source>
   <translation>退回草稿</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>收回</translation>
  </message>
  <message>
   <source>Take out of the archive</source>
   <translation>取消归档</translation>
  </message>
  <message>
   <source>Take over a register</source>
   <translation>导入台账</translation>
  </message>
  <message>
   <source>Take papers out</source>
   <translation>移出单据</translation>
  </message>
  <message>
   <source>Take the end back</source>
   <translation>撤销终止</translation>
  </message>
  <message>
   <source>Take the mark back</source>
   <translation>撤销标记</translation>
  </message>
  <message>
   <source>Take the slip back</source>
   <translation>冲销单据</translation>
  </message>
  <message>
   <source>Take up again</source>
   <translation>重新拾起</translation>
  </message>
  <message>
   <source>Tax by month</source>
   <translation>税额月报</translation>
  </message>
  <message>
   <source>Tax client: annual bonuses</source>
   <translation>扣缴端：全年一次性奖金</translation>
  </message>
  <message>
   <source>Tax client: pay for labour</source>
   <translation>扣缴端：劳务报酬所得</translation>
  </message>
  <message>
   <source>Tax client: people</source>
   <translation>扣缴端：人员信息</translation>
  </message>
  <message>
   <source>Tax client: severance</source>
   <translation>扣缴端：解除劳动合同一次性补偿金</translation>
  </message>
  <message>
   <source>Tax client: wages</source>
   <translation>扣缴端：正常工资薪金</translation>
  </message>
  <message>
   <source>The bank did not take the file</source>
   <translation>银行未受理，收回文件</translation>
  </message>
  <message>
   <source>The cards</source>
   <translation>卡片明细</translation>
  </message>
  <message>
   <source>Throw the draft away</source>
   <translation>删除草稿</translation>
  </message>
  <message>
   <source>Tick the leaver's list</source>
   <translation>办理离职清单</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>时间轴</translation>
  </message>
  <message>
   <source>To the deposit</source>
   <translation>去保证金</translation>
  </message>
  <message>
   <source>Trainings</source>
   <translation>继续教育</translation>
  </message>
  <message>
   <source>Transfer</source>
   <translation>调动</translation>
  </message>
  <message>
   <source>Type a paper invoice</source>
   <translation>录入纸质发票</translation>
  </message>
  <message>
   <source>Type the invoice</source>
   <translation>手工补票</translation>
  </message>
  <message>
   <source>Units of use</source>
   <translation>录入工作量</translation>
  </message>
  <message>
   <source>Vacancy</source>
   <translation>空置情况</translation>
  </message>
  <message>
   <source>Values on a day</source>
   <translation>任意日期净值</translation>
  </message>
  <message>
   <source>Void</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>Weekly digest</source>
   <translation>招标周报</translation>
  </message>
  <message>
   <source>Why these amounts</source>
   <translation>金额由来</translation>
  </message>
  <message>
   <source>Why this value</source>
   <translation>净值由来</translation>
  </message>
  <message>
   <source>Win rate</source>
   <translation>中标率</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>撤回</translation>
  </message>
  <message>
   <source>Withdraw from approval</source>
   <translation>撤回审批</translation>
  </message>
  <message>
   <source>Write again</source>
   <translation>重新填报</translation>
  </message>
  <message>
   <source>Year ledger</source>
   <translation>全年台账</translation>
  </message>
  <message>
   <source>Year sheet of this person</source>
   <translation>此人的年度工资表</translation>
  </message>
  <message>
   <source>Year table</source>
   <translation>年度折旧表</translation>
  </message>
 </context>
 <context>
  <name>Advance</name>
  <message>
   <source>Advance {number} · {purpose} · open {open} · due {due}</source>
   <translation>借款 {number} · {purpose} · 未还 {open} · {due} 到期</translation>
  </message>
  <message>
   <source>overdue</source>
   <translation>已逾期</translation>
  </message>
  <message>
   <source>settle</source>
   <translation>冲销</translation>
  </message>
 </context>
 <context>
  <name>Approval</name>
  <message>
   <source>Approve what is ticked  Enter</source>
   <translation>同意勾选的单据  Enter</translation>
  </message>
  <message>
   <source>Approve {count} papers</source>
   <translation>批量同意 {count} 单</translation>
  </message>
  <message>
   <source>It came from {name}</source>
   <translation>由 {name} 转来</translation>
  </message>
  <message>
   <source>It was asked after</source>
   <translation>有人催办</translation>
  </message>
  <message>
   <source>It was promised for {day}</source>
   <translation>承诺日期是 {day}</translation>
  </message>
  <message>
   <source>Papers; Space ticks or unticks one</source>
   <translation>单据清单，空格键勾选或取消</translation>
  </message>
  <message>
   <source>The first paper of this kind by {name} in a year</source>
   <translation>{name} 一年内第一张此类单据</translation>
  </message>
  <message>
   <source>Unusual: {unusual}, not ticked · as usual: {usual} · Space ticks, Enter approves</source>
   <translation>需留意 {unusual} 单，未勾选 · 正常 {usual} 单 · 空格勾选，回车同意</translation>
  </message>
  <message>
   <source>{amount} is far above the usual {usual} (the middle of {count} papers in a year)</source>
   <translation>{amount} 远高于平常的 {usual}（一年 {count} 单的中间值）</translation>
  </message>
  <message>
   <source>{count} ticked, {amount}</source>
   <translation>已勾选 {count} 单，合计 {amount}</translation>
  </message>
  <message>
   <source>{found}; reason given: {reason}</source>
   <translation>{found}；经办说明：{reason}</translation>
  </message>
  <message>
   <source>{granted} granted of {amount}</source>
   <translation>申请 {amount}，核准 {granted}</translation>
  </message>
  <message>
   <source>{name} has overdue advances: {numbers}</source>
   <translation>{name} 有逾期借款：{numbers}</translation>
  </message>
  <message>
   <source>{name} was never paid before</source>
   <translation>{name} 是第一次付款的收款单位</translation>
  </message>
 </context>
 <context>
  <name>Argparse</name>
  <message>
   <source>%(prog)s: error: %(message)s
</source>
   <translation>%(prog)s：%(message)s
</translation>
  </message>
  <message>
   <source>argument %(argument_name)s: %(message)s</source>
   <translation>参数 %(argument_name)s：%(message)s</translation>
  </message>
  <message>
   <source>expected at least one argument</source>
   <translation>后面至少要写一个值</translation>
  </message>
  <message>
   <source>expected one argument</source>
   <translation>后面要写一个值</translation>
  </message>
  <message>
   <source>invalid choice: %(value)r (choose from %(choices)s)</source>
   <translation>没有 %(value)r 这个选择（可选：%(choices)s）</translation>
  </message>
  <message>
   <source>options</source>
   <translation>选项</translation>
  </message>
  <message>
   <source>positional arguments</source>
   <translation>参数</translation>
  </message>
  <message>
   <source>show this help message and exit</source>
   <translation>显示这份说明</translation>
  </message>
  <message>
   <source>the following arguments are required: %s</source>
   <translation>缺少参数：%s</translation>
  </message>
  <message>
   <source>unrecognized arguments: %s</source>
   <translation>不认识的参数：%s</translation>
  </message>
  <message>
   <source>usage: </source>
   <translation>用法：</translation>
  </message>
 </context>
 <context>
  <name>Assets</name>
  <message>
   <source>Answers for ({count})</source>
   <translation>名下资产（{count}）</translation>
  </message>
  <message>
   <source>Approval</source>
   <translation>审批</translation>
  </message>
  <message>
   <source>Asked for ({count})</source>
   <translation>采购明细（{count}）</translation>
  </message>
  <message>
   <source>Asset cards</source>
   <translation>资产卡片</translation>
  </message>
  <message>
   <source>Before this register</source>
   <translation>期初已提</translation>
  </message>
  <message>
   <source>Brought back  Ctrl+S</source>
   <translation>归还  Ctrl+S</translation>
  </message>
  <message>
   <source>Changes of estimate</source>
   <translation>估计变更</translation>
  </message>
  <message>
   <source>Charged in</source>
   <translation>计提期间</translation>
  </message>
  <message>
   <source>Charged so far</source>
   <translation>累计折旧</translation>
  </message>
  <message>
   <source>Close  Ctrl+S</source>
   <translation>关闭  Ctrl+S</translation>
  </message>
  <message>
   <source>Close {number}</source>
   <translation>关闭 {number}</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>草稿</translation>
  </message>
  <message>
   <source>Estimate anew  Ctrl+S</source>
   <translation>变更  Ctrl+S</translation>
  </message>
  <message>
   <source>Estimate {number} anew</source>
   <translation>{number} 变更估计</translation>
  </message>
  <message>
   <source>Files ({count})</source>
   <translation>附件（{count}）</translation>
  </message>
  <message>
   <source>For tax, deducted at once.</source>
   <translation>税务上已一次性扣除。</translation>
  </message>
  <message>
   <source>Fully charged; it goes on being used without further charges.</source>
   <translation>已提足折旧，继续使用，不再计提。</translation>
  </message>
  <message>
   <source>Hand back  Ctrl+S</source>
   <translation>退回  Ctrl+S</translation>
  </message>
  <message>
   <source>Issue  Ctrl+S</source>
   <translation>领用  Ctrl+S</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>资产标签</translation>
  </message>
  <message>
   <source>Lend  Ctrl+S</source>
   <translation>借出  Ctrl+S</translation>
  </message>
  <message>
   <source>Lent to {who}, due back on {day}</source>
   <translation>借给 {who}，应于 {day} 归还</translation>
  </message>
  <message>
   <source>Lent to {who}, due back on {day}: overdue by {days} days</source>
   <translation>借给 {who}，应于 {day} 归还，已逾期 {days} 天</translation>
  </message>
  <message>
   <source>Move  Ctrl+S</source>
   <translation>调拨  Ctrl+S</translation>
  </message>
  <message>
   <source>Movement slip</source>
   <translation>资产变动单</translation>
  </message>
  <message>
   <source>Movements ({count})</source>
   <translation>变动记录（{count}）</translation>
  </message>
  <message>
   <source>Not in use yet: nothing is charged.</source>
   <translation>尚未启用，不计提折旧。</translation>
  </message>
  <message>
   <source>One slip for all {count} cards.</source>
   <translation>{count} 张卡片开一张变动单。</translation>
  </message>
  <message>
   <source>Photo and files ({count})</source>
   <translation>照片与附件（{count}）</translation>
  </message>
  <message>
   <source>Pictures ({patterns})</source>
   <translation>图片 ({patterns})</translation>
  </message>
  <message>
   <source>Print labels</source>
   <translation>打印标签</translation>
  </message>
  <message>
   <source>Purchase request</source>
   <translation>采购申请</translation>
  </message>
  <message>
   <source>Purchase requests</source>
   <translation>采购申请</translation>
  </message>
  <message>
   <source>Put together  Ctrl+S</source>
   <translation>合并  Ctrl+S</translation>
  </message>
  <message>
   <source>Put {count} cards together</source>
   <translation>合并 {count} 张卡片</translation>
  </message>
  <message>
   <source>Read a label from a picture</source>
   <translation>从图片识别标签</translation>
  </message>
  <message>
   <source>Receive  Ctrl+S</source>
   <translation>入库  Ctrl+S</translation>
  </message>
  <message>
   <source>Receive {name}</source>
   <translation>验收入库：{name}</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>入库</translation>
  </message>
  <message>
   <source>Repaired  Ctrl+S</source>
   <translation>修复  Ctrl+S</translation>
  </message>
  <message>
   <source>Responsibility sheets</source>
   <translation>个人资产责任表</translation>
  </message>
  <message>
   <source>Scan a label  Ctrl+J</source>
   <translation>扫描标签  Ctrl+J</translation>
  </message>
  <message>
   <source>Send to repair  Ctrl+S</source>
   <translation>送修  Ctrl+S</translation>
  </message>
  <message>
   <source>Show the labels  Ctrl+S</source>
   <translation>预览标签  Ctrl+S</translation>
  </message>
  <message>
   <source>Show the slip  Ctrl+S</source>
   <translation>显示变动单  Ctrl+S</translation>
  </message>
  <message>
   <source>Slip {number}</source>
   <translation>变动单 {number}</translation>
  </message>
  <message>
   <source>Slips of {number}</source>
   <translation>{number} 的变动单</translation>
  </message>
  <message>
   <source>Split  Ctrl+S</source>
   <translation>拆分  Ctrl+S</translation>
  </message>
  <message>
   <source>Split from</source>
   <translation>拆分自</translation>
  </message>
  <message>
   <source>Split {number}</source>
   <translation>拆分 {number}</translation>
  </message>
  <message>
   <source>Take back  Ctrl+S</source>
   <translation>撤销  Ctrl+S</translation>
  </message>
  <message>
   <source>Take back the last estimate of {number}</source>
   <translation>撤销 {number} 最近一次估计变更</translation>
  </message>
  <message>
   <source>Take over  Ctrl+S</source>
   <translation>导入  Ctrl+S</translation>
  </message>
  <message>
   <source>Take over a register from a table</source>
   <translation>从表格导入资产台账</translation>
  </message>
  <message>
   <source>Take over the register {file}</source>
   <translation>导入台账 {file}</translation>
  </message>
  <message>
   <source>The card with the lowest number takes the quantity and cost of all; the others leave.</source>
   <translation>数量和原值并入最早的一张卡片，其余卡片退出台账。</translation>
  </message>
  <message>
   <source>This month</source>
   <translation>本月折旧</translation>
  </message>
  <message>
   <source>To take over {count} · cost {cost} · charged before {accumulated}</source>
   <translation>可导入 {count} 项 · 原值 {cost} · 期初累计折旧 {accumulated}</translation>
  </message>
  <message>
   <source>Value today</source>
   <translation>今日价值</translation>
  </message>
  <message>
   <source>What has not been received will not be bought on this request any more.</source>
   <translation>尚未到货的不再按本申请采购。</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>With</source>
   <translation>现在何处</translation>
  </message>
  <message>
   <source>Worth today</source>
   <translation>净值</translation>
  </message>
  <message>
   <source>Worth {value} today. What was charged before the month stays as it is.</source>
   <translation>今日净值 {value}。该月以前已提的折旧不变。</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>另有 {count} 项</translation>
  </message>
  <message>
   <source>due back on {day}</source>
   <translation>应于 {day} 归还</translation>
  </message>
  <message>
   <source>since {day}</source>
   <translation>{day} 领用</translation>
  </message>
  <message>
   <source>with problems {count}</source>
   <translation>有问题 {count} 行</translation>
  </message>
  <message>
   <source>{act}: {what}</source>
   <translation>{act}：{what}</translation>
  </message>
  <message>
   <source>{amount} in {months} months</source>
   <translation>{months} 个月，{amount}</translation>
  </message>
  <message>
   <source>{count} being decided</source>
   <translation>{count} 份审批中</translation>
  </message>
  <message>
   <source>{count} cards</source>
   <translation>{count} 张卡片</translation>
  </message>
  <message>
   <source>{count} idle</source>
   <translation>{count} 项闲置</translation>
  </message>
  <message>
   <source>{count} in repair</source>
   <translation>{count} 项维修中</translation>
  </message>
  <message>
   <source>{count} in the register</source>
   <translation>在册 {count} 项</translation>
  </message>
  <message>
   <source>{count} labels: number, name, specification, user, place, day, QR and bars.</source>
   <translation>共 {count} 张标签，含编号、名称、规格、使用人、地点、启用日期、二维码和条码。</translation>
  </message>
  <message>
   <source>{count} lent and overdue</source>
   <translation>{count} 项借出逾期未还</translation>
  </message>
  <message>
   <source>{count} lent, the next back on {day}</source>
   <translation>{count} 项借出，最近一项应于 {day} 归还</translation>
  </message>
  <message>
   <source>{count} past the day wanted</source>
   <translation>{count} 份已过需用日期</translation>
  </message>
  <message>
   <source>{count} people have left and still have assets</source>
   <translation>{count} 名离职人员名下仍有资产</translation>
  </message>
  <message>
   <source>{count} to be received</source>
   <translation>{count} 份待入库</translation>
  </message>
  <message>
   <source>{count} to finish and submit</source>
   <translation>{count} 份待完善提交</translation>
  </message>
  <message>
   <source>{days} days</source>
   <translation>{days} 天</translation>
  </message>
  <message>
   <source>{day}, over</source>
   <translation>{day}，已过保</translation>
  </message>
  <message>
   <source>{left} of {quantity} are still to come; each gets a card and a number.</source>
   <translation>申请 {quantity} 件，还有 {left} 件未到；每件建一张卡片并编号。</translation>
  </message>
  <message>
   <source>{method}, {months} months</source>
   <translation>{method}，{months} 个月</translation>
  </message>
  <message>
   <source>{months} months, residual {residual}</source>
   <translation>剩余 {months} 个月，残值 {residual}</translation>
  </message>
  <message>
   <source>{name}: {left} to come</source>
   <translation>{name}：待到 {left}</translation>
  </message>
  <message>
   <source>{quantity} {unit} at {cost}; cost and what was charged are shared to the fen.</source>
   <translation>共 {quantity} {unit}，原值 {cost}；原值和累计折旧按份额分摊，一分不差。</translation>
  </message>
  <message>
   <source>{received} of {quantity} received</source>
   <translation>已到 {received} / {quantity}</translation>
  </message>
 </context>
 <context>
  <name>Attachments</name>
  <message>
   <source>Add files</source>
   <translation>添加文件</translation>
  </message>
  <message>
   <source>Open {name}</source>
   <translation>打开 {name}</translation>
  </message>
  <message>
   <source>Or drop files here</source>
   <translation>也可以把文件拖到这里</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Remove {name}</source>
   <translation>移除 {name}</translation>
  </message>
  <message>
   <source>Remove {name} from this record?</source>
   <translation>从这条记录移除 {name} 吗？</translation>
  </message>
 </context>
 <context>
  <name>Bid</name>
  <message>
   <source>+ {count} more</source>
   <translation>另有 {count} 项</translation>
  </message>
  <message>
   <source>A stage counts from the day it has one. Where something lasts, the first day stands before the last.</source>
   <translation>填了日期的阶段才保存；有起止的，先填起始日，再填截止日。</translation>
  </message>
  <message>
   <source>About it</source>
   <translation>基本情况</translation>
  </message>
  <message>
   <source>Ageing of deposits</source>
   <translation>保证金账龄</translation>
  </message>
  <message>
   <source>All dates as a calendar file</source>
   <translation>导出全部日期为日历文件</translation>
  </message>
  <message>
   <source>Award</source>
   <translation>中标</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>已退</translation>
  </message>
  <message>
   <source>Back on {day}</source>
   <translation>{day} 退还</translation>
  </message>
  <message>
   <source>Bids and certificates</source>
   <translation>投标与证照</translation>
  </message>
  <message>
   <source>By the days since a deposit should have come home; without such a day it is not due.</source>
   <translation>按应退日期起的逾期天数划分；没有应退日期的算未到期。</translation>
  </message>
  <message>
   <source>Calendar (*.ics)</source>
   <translation>日历文件 (*.ics)</translation>
  </message>
  <message>
   <source>Call {number} off?</source>
   <translation>取消 {number}？</translation>
  </message>
  <message>
   <source>Checklist ({ready} of {count} ready)</source>
   <translation>资料清单（{count} 项中已备 {ready} 项）</translation>
  </message>
  <message>
   <source>Checklist of {number}</source>
   <translation>{number} 资料清单</translation>
  </message>
  <message>
   <source>Choose the file</source>
   <translation>选择保存位置</translation>
  </message>
  <message>
   <source>Competitors</source>
   <translation>竞争对手</translation>
  </message>
  <message>
   <source>Contract</source>
   <translation>合同</translation>
  </message>
  <message>
   <source>Contract of {number}</source>
   <translation>{number} 的合同</translation>
  </message>
  <message>
   <source>Contract of {number} signed</source>
   <translation>{number} 签约</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>笔数</translation>
  </message>
  <message>
   <source>Dates of bids</source>
   <translation>投标日历</translation>
  </message>
  <message>
   <source>Dates to look at</source>
   <translation>日期提示</translation>
  </message>
  <message>
   <source>Decided</source>
   <translation>已有结果</translation>
  </message>
  <message>
   <source>Deposit</source>
   <translation>保证金</translation>
  </message>
  <message>
   <source>Deposits</source>
   <translation>保证金</translation>
  </message>
  <message>
   <source>Draft it  Ctrl+S</source>
   <translation>起草  Ctrl+S</translation>
  </message>
  <message>
   <source>Due back {day} ({left})</source>
   <translation>应退 {day}（{left}）</translation>
  </message>
  <message>
   <source>Earlier</source>
   <translation>往前</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>报名</translation>
  </message>
  <message>
   <source>Export the summary</source>
   <translation>导出投标项目情况表</translation>
  </message>
  <message>
   <source>For every way of tendering</source>
   <translation>适用于所有招标方式</translation>
  </message>
  <message>
   <source>For guarantees, bonds and cheques. A transfer is requested through Reimbursements.</source>
   <translation>用于保函、保险和支票；转账请在报销中申请付款。</translation>
  </message>
  <message>
   <source>Forfeited</source>
   <translation>没收</translation>
  </message>
  <message>
   <source>Fri</source>
   <translation>周五</translation>
  </message>
  <message>
   <source>Hand in</source>
   <translation>递交</translation>
  </message>
  <message>
   <source>It becomes a project. Its terms can be printed from the bid.</source>
   <translation>合同将登记为项目；合同要点可在投标页打印。</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>往后</translation>
  </message>
  <message>
   <source>Load</source>
   <translation>载入</translation>
  </message>
  <message>
   <source>Load a template: it lists what the document needs.</source>
   <translation>载入清单模板，列出标书所需资料。</translation>
  </message>
  <message>
   <source>Look at these first: {problems}</source>
   <translation>请先核对：{problems}</translation>
  </message>
  <message>
   <source>Lots and competitors</source>
   <translation>标段与对手</translation>
  </message>
  <message>
   <source>Lots, each with its own price and result.</source>
   <translation>各标段分别填报价和结果。</translation>
  </message>
  <message>
   <source>Mon</source>
   <translation>周一</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下一步</translation>
  </message>
  <message>
   <source>No date is known yet.</source>
   <translation>还没有日期。</translation>
  </message>
  <message>
   <source>No file is to be packed yet.</source>
   <translation>还没有可打包的文件。</translation>
  </message>
  <message>
   <source>Of those taken part</source>
   <translation>占参与</translation>
  </message>
  <message>
   <source>Older scans left out: {names}</source>
   <translation>未放入的旧扫描件：{names}</translation>
  </message>
  <message>
   <source>On this day</source>
   <translation>当天</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>开标</translation>
  </message>
  <message>
   <source>Our bid</source>
   <translation>我方投标</translation>
  </message>
  <message>
   <source>Out</source>
   <translation>在外</translation>
  </message>
  <message>
   <source>Pack the scans of {number}</source>
   <translation>打包 {number} 资料</translation>
  </message>
  <message>
   <source>Packing {file}</source>
   <translation>正在打包 {file}</translation>
  </message>
  <message>
   <source>Pay by {day} ({left})</source>
   <translation>付款期限 {day}（{left}）</translation>
  </message>
  <message>
   <source>Payment request</source>
   <translation>付款申请单</translation>
  </message>
  <message>
   <source>Payment request {number}</source>
   <translation>付款申请单 {number}</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Result of {number}</source>
   <translation>{number} 投标结果</translation>
  </message>
  <message>
   <source>Sat</source>
   <translation>周六</translation>
  </message>
  <message>
   <source>Save the list, then files can be added to its items.</source>
   <translation>保存清单后，可给各项添加文件。</translation>
  </message>
  <message>
   <source>Should have come home {left}.</source>
   <translation>应在 {left} 退还。</translation>
  </message>
  <message>
   <source>Stage of {number}</source>
   <translation>{number} 阶段</translation>
  </message>
  <message>
   <source>Stage of {number} done</source>
   <translation>{number} 完成阶段</translation>
  </message>
  <message>
   <source>Stages</source>
   <translation>阶段</translation>
  </message>
  <message>
   <source>Stages ({done} of {count} done)</source>
   <translation>阶段（{count} 个中完成 {done} 个）</translation>
  </message>
  <message>
   <source>Still out</source>
   <translation>未退</translation>
  </message>
  <message>
   <source>Summary of bids</source>
   <translation>投标项目情况表</translation>
  </message>
  <message>
   <source>Sun</source>
   <translation>周日</translation>
  </message>
  <message>
   <source>Taken part</source>
   <translation>参与</translation>
  </message>
  <message>
   <source>Tender</source>
   <translation>招标信息</translation>
  </message>
  <message>
   <source>Terms of the contract</source>
   <translation>合同要点</translation>
  </message>
  <message>
   <source>The deposit is due back from this day on.</source>
   <translation>保证金从签约日起计算应退日期。</translation>
  </message>
  <message>
   <source>This week</source>
   <translation>本周</translation>
  </message>
  <message>
   <source>Thu</source>
   <translation>周四</translation>
  </message>
  <message>
   <source>Tue</source>
   <translation>周二</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>未填</translation>
  </message>
  <message>
   <source>Wed</source>
   <translation>周三</translation>
  </message>
  <message>
   <source>Weeks</source>
   <translation>周历</translation>
  </message>
  <message>
   <source>What the law says</source>
   <translation>法定期限提示</translation>
  </message>
  <message>
   <source>What the list has already stays as it is. Certificates are chosen where there is a valid one.</source>
   <translation>清单已有的项目不变；有有效证照的自动选上。</translation>
  </message>
  <message>
   <source>Who else bid, at which price.</source>
   <translation>还有谁投标，报价多少。</translation>
  </message>
  <message>
   <source>Win rate</source>
   <translation>中标率</translation>
  </message>
  <message>
   <source>Win rate = won ÷ (won + lost + rejected); tenders that failed, bids given up and those still pending do not count. Of those taken part = won ÷ all that were handed in: decided, or pending or failed with the submission done. A bid counts on the day its result was known, a pending one on the day it is handed in.</source>
   <translation>中标率＝中标÷（中标＋未中标＋废标），流标、弃标、待定不计；占参与＝中标÷已递交（已有结果的，以及已完成递交的待定、流标）。有结果的按结果日期计，待定的按投标截止日计。</translation>
  </message>
  <message>
   <source>Won</source>
   <translation>中标</translation>
  </message>
  <message>
   <source>deposit of {amount} due {day} ({left})</source>
   <translation>保证金 {amount} {day} 截止（{left}）</translation>
  </message>
  <message>
   <source>in {days} d</source>
   <translation>还有 {days} 天</translation>
  </message>
  <message>
   <source>ready</source>
   <translation>已备</translation>
  </message>
  <message>
   <source>today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>tomorrow</source>
   <translation>明天</translation>
  </message>
  <message>
   <source>{amount} is still out.</source>
   <translation>未退 {amount}。</translation>
  </message>
  <message>
   <source>{amount} out</source>
   <translation>在外 {amount}</translation>
  </message>
  <message>
   <source>{amount} to pay</source>
   <translation>待付款 {amount}</translation>
  </message>
  <message>
   <source>{count} dates passed</source>
   <translation>{count} 个日期已过</translation>
  </message>
  <message>
   <source>{count} deposits overdue</source>
   <translation>{count} 笔保证金逾期未退</translation>
  </message>
  <message>
   <source>{count} files in this order: {names}</source>
   <translation>共 {count} 个文件，顺序为：{names}</translation>
  </message>
  <message>
   <source>{count} other items need a look: {titles}</source>
   <translation>另有 {count} 项需要核对：{titles}</translation>
  </message>
  <message>
   <source>{count} overdue with {amount}</source>
   <translation>逾期 {count} 笔共 {amount}</translation>
  </message>
  <message>
   <source>{count} to hand in this week</source>
   <translation>7 天内递交 {count} 个</translation>
  </message>
  <message>
   <source>{days} d ago</source>
   <translation>{days} 天前</translation>
  </message>
  <message>
   <source>{day} lies after {other} on {bound}</source>
   <translation>{day} 晚于{other}（{bound}）</translation>
  </message>
  <message>
   <source>{day} lies before {other} on {bound}</source>
   <translation>{day} 早于{other}（{bound}）</translation>
  </message>
  <message>
   <source>{day}: {out} out, {overdue} of it overdue</source>
   <translation>截至 {day}：在外 {out}，其中逾期 {overdue}</translation>
  </message>
  <message>
   <source>{file}: {count} bids.</source>
   <translation>{file}：{count} 个投标项目。</translation>
  </message>
  <message>
   <source>{file}: {count} dates.</source>
   <translation>{file}：共 {count} 个日期。</translation>
  </message>
  <message>
   <source>{file}: {files} files on {pages} pages.</source>
   <translation>{file}：{files} 个文件，共 {pages} 页。</translation>
  </message>
  <message>
   <source>{first} – {last}: {count} dates, {open} not done</source>
   <translation>{first} 至 {last}：{count} 个日期，未完成 {open} 个</translation>
  </message>
  <message>
   <source>{name}: {won} won of {decided} decided</source>
   <translation>{name}：已有结果 {decided} 个，中标 {won} 个</translation>
  </message>
  <message>
   <source>{number} back</source>
   <translation>{number} 退还</translation>
  </message>
  <message>
   <source>{number} forfeited</source>
   <translation>{number} 没收</translation>
  </message>
  <message>
   <source>{number} paid</source>
   <translation>{number} 缴纳</translation>
  </message>
  <message>
   <source>{paper} names {named} as the day to pay by, the stage says {day}. Tell whoever pays.</source>
   <translation>{paper} 上的缴纳期限是 {named}，阶段日期已改为 {day}，请告知付款人。</translation>
  </message>
  <message>
   <source>{stage} begins</source>
   <translation>{stage}开始</translation>
  </message>
  <message>
   <source>{text}. {article}</source>
   <translation>{text}（{article}）</translation>
  </message>
  <message>
   <source>{text}: since {bound} overdue. {article}</source>
   <translation>{text}：{bound} 起逾期（{article}）</translation>
  </message>
  <message>
   <source>{text}: {amount}, at most {most}. {article}</source>
   <translation>{text}：现为 {amount}，最多 {most}（{article}）</translation>
  </message>
  <message>
   <source>{text}: {bidders} bidders. {article}</source>
   <translation>{text}：投标人 {bidders} 家（{article}）</translation>
  </message>
  <message>
   <source>{text}: {day} — allowed {bound}. {article}</source>
   <translation>{text}：现为 {day}，应为 {bound}（{article}）</translation>
  </message>
  <message>
   <source>{won} won of {decided} decided: {rate} % · of {taken} taken part in: {taken_rate} %</source>
   <translation>已定 {decided} 个，中标 {won} 个，中标率 {rate} % · 参与 {taken} 个，占 {taken_rate} %</translation>
  </message>
 </context>
 <context>
  <name>Certificate</name>
  <message>
   <source>Certificate for {name}</source>
   <translation>为{name}开具证明</translation>
  </message>
  <message>
   <source>Print or PDF</source>
   <translation>打印或存为 PDF</translation>
  </message>
  <message>
   <source>Save a copy, change it in Word, and use it instead. What stands in double braces is filled in.</source>
   <translation>另存一份，用 Word 修改后换用。双花括号里的内容由程序填写。</translation>
  </message>
  <message>
   <source>Save a copy…</source>
   <translation>另存一份…</translation>
  </message>
  <message>
   <source>Save the certificate</source>
   <translation>保存证明</translation>
  </message>
  <message>
   <source>Templates of certificates</source>
   <translation>证明模板</translation>
  </message>
  <message>
   <source>That it was issued, and what for, stands in the employee's history.</source>
   <translation>开具了什么证明、作何用途，会记入该员工的操作记录。</translation>
  </message>
  <message>
   <source>The usual one</source>
   <translation>恢复默认</translation>
  </message>
  <message>
   <source>Use a file…</source>
   <translation>换用文件…</translation>
  </message>
  <message>
   <source>Word document (*.docx)</source>
   <translation>Word 文档 (*.docx)</translation>
  </message>
  <message>
   <source>Word file  Ctrl+S</source>
   <translation>存为 Word  Ctrl+S</translation>
  </message>
  <message>
   <source>own template</source>
   <translation>自定义模板</translation>
  </message>
  <message>
   <source>usual template</source>
   <translation>默认模板</translation>
  </message>
 </context>
 <context>
  <name>Certificates</name>
  <message>
   <source>All steps are done: finish the case.</source>
   <translation>步骤已全部完成，可以办结。</translation>
  </message>
  <message>
   <source>Apply before the end</source>
   <translation>提前申请</translation>
  </message>
  <message>
   <source>Archive  Ctrl+S</source>
   <translation>归档  Ctrl+S</translation>
  </message>
  <message>
   <source>Archive {name}</source>
   <translation>归档{name}</translation>
  </message>
  <message>
   <source>Before it</source>
   <translation>上一证</translation>
  </message>
  <message>
   <source>Case sheets</source>
   <translation>办理事项单</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>办理事项</translation>
  </message>
  <message>
   <source>Certificate</source>
   <translation>证照</translation>
  </message>
  <message>
   <source>Certificates</source>
   <translation>证照</translation>
  </message>
  <message>
   <source>Delete the case {number}?</source>
   <translation>删除事项 {number}？</translation>
  </message>
  <message>
   <source>Did the papers of {number} come back?</source>
   <translation>{number} 的资料被退回了吗？</translation>
  </message>
  <message>
   <source>Drop the file onto the case first, then choose it here.</source>
   <translation>请先把文件拖到该事项上，再在这里选择。</translation>
  </message>
  <message>
   <source>Every year</source>
   <translation>年度义务</translation>
  </message>
  <message>
   <source>Facts</source>
   <translation>基本信息</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>附件</translation>
  </message>
  <message>
   <source>Files ({count})</source>
   <translation>附件（{count}）</translation>
  </message>
  <message>
   <source>Finish  Ctrl+S</source>
   <translation>办结  Ctrl+S</translation>
  </message>
  <message>
   <source>Give up  Ctrl+S</source>
   <translation>放弃  Ctrl+S</translation>
  </message>
  <message>
   <source>Give {number} up</source>
   <translation>放弃办理 {number}</translation>
  </message>
  <message>
   <source>Go on  Ctrl+S</source>
   <translation>下一步  Ctrl+S</translation>
  </message>
  <message>
   <source>Granted: {number}</source>
   <translation>获批：{number}</translation>
  </message>
  <message>
   <source>Hand out  Ctrl+S</source>
   <translation>借出  Ctrl+S</translation>
  </message>
  <message>
   <source>Handled  Ctrl+S</source>
   <translation>已处理  Ctrl+S</translation>
  </message>
  <message>
   <source>Handled: {what}</source>
   <translation>已处理：{what}</translation>
  </message>
  <message>
   <source>It is back  Ctrl+S</source>
   <translation>归还  Ctrl+S</translation>
  </message>
  <message>
   <source>It is kept as a case that is done; next year it comes back.</source>
   <translation>将记为一件已办结的事项，明年到期时再提醒。</translation>
  </message>
  <message>
   <source>It is over and nothing follows: renew it or archive it.</source>
   <translation>已过有效期且没有新证，请换证或归档。</translation>
  </message>
  <message>
   <source>It is suspended: until that ends it does not count in a bid.</source>
   <translation>证照处于暂停状态：恢复之前投标时不能使用。</translation>
  </message>
  <message>
   <source>It was approved and not handed out yet. Nothing will be.</source>
   <translation>已批准但尚未借出，作废后不再借出。</translation>
  </message>
  <message>
   <source>Keep longer  Ctrl+S</source>
   <translation>延期  Ctrl+S</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>稍后</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>剩余</translation>
  </message>
  <message>
   <source>List of cases</source>
   <translation>办理事项一览表</translation>
  </message>
  <message>
   <source>List of certificates</source>
   <translation>证照一览表</translation>
  </message>
  <message>
   <source>Loan slips</source>
   <translation>证照借用单</translation>
  </message>
  <message>
   <source>Loans</source>
   <translation>借用记录</translation>
  </message>
  <message>
   <source>Look at them</source>
   <translation>查看</translation>
  </message>
  <message>
   <source>Money</source>
   <translation>资金</translation>
  </message>
  <message>
   <source>Money of {number} came in</source>
   <translation>{number} 资金到账</translation>
  </message>
  <message>
   <source>New case</source>
   <translation>新建事项</translation>
  </message>
  <message>
   <source>Next duties</source>
   <translation>近期义务</translation>
  </message>
  <message>
   <source>No training is entered yet.</source>
   <translation>还没有登记继续教育。</translation>
  </message>
  <message>
   <source>Nobody is reminded of it again.</source>
   <translation>此日期不再提醒。</translation>
  </message>
  <message>
   <source>Not compared with the rules in force yet.</source>
   <translation>尚未与现行规定核对。</translation>
  </message>
  <message>
   <source>Not granted  Ctrl+S</source>
   <translation>未获批  Ctrl+S</translation>
  </message>
  <message>
   <source>Not in hand: {names}</source>
   <translation>尚未备齐：{names}</translation>
  </message>
  <message>
   <source>Nothing is due here.</source>
   <translation>这里没有到期事项。</translation>
  </message>
  <message>
   <source>Nothing reminds of it any more; it stays among the archived ones.</source>
   <translation>归档后不再提醒，可在“已归档”中查到。</translation>
  </message>
  <message>
   <source>Of what</source>
   <translation>所属</translation>
  </message>
  <message>
   <source>Originals and duplicates</source>
   <translation>正副本</translation>
  </message>
  <message>
   <source>Papers ({there} of {count} in hand)</source>
   <translation>资料清单（已备齐 {there}/{count}）</translation>
  </message>
  <message>
   <source>Put it back: {place}</source>
   <translation>放回：{place}</translation>
  </message>
  <message>
   <source>Put off  Ctrl+S</source>
   <translation>推迟  Ctrl+S</translation>
  </message>
  <message>
   <source>Put off {until}: {reason}</source>
   <translation>推迟{until}：{reason}</translation>
  </message>
  <message>
   <source>Put off: {what}</source>
   <translation>推迟提醒：{what}</translation>
  </message>
  <message>
   <source>Remark and file</source>
   <translation>说明和附件</translation>
  </message>
  <message>
   <source>Remark and file of {name}</source>
   <translation>{name}的说明和附件</translation>
  </message>
  <message>
   <source>Reminded since</source>
   <translation>提醒级别</translation>
  </message>
  <message>
   <source>Reminders</source>
   <translation>提前提醒</translation>
  </message>
  <message>
   <source>Renewal</source>
   <translation>换证（延续）</translation>
  </message>
  <message>
   <source>Renewed by {number}</source>
   <translation>已换新证 {number}</translation>
  </message>
  <message>
   <source>Scans ({count})</source>
   <translation>扫描件（{count}）</translation>
  </message>
  <message>
   <source>Sealed</source>
   <translation>已盖章</translation>
  </message>
  <message>
   <source>Sealed  Ctrl+S</source>
   <translation>已盖章  Ctrl+S</translation>
  </message>
  <message>
   <source>Sealed, handed over</source>
   <translation>已盖章交付</translation>
  </message>
  <message>
   <source>Select the case first, then drop its file here.</source>
   <translation>请先选中事项，再把文件拖到这里。</translation>
  </message>
  <message>
   <source>Select the certificate first, then drop its scan here.</source>
   <translation>请先选中证照，再把扫描件拖到这里。</translation>
  </message>
  <message>
   <source>Show the certificate</source>
   <translation>查看证照</translation>
  </message>
  <message>
   <source>Steps ({done} of {count} done)</source>
   <translation>步骤（已完成 {done}/{count}）</translation>
  </message>
  <message>
   <source>Steps of the renewal: the last day for each, counted from the end of validity</source>
   <translation>换证步骤：从有效期届满倒推每一步的最迟日期</translation>
  </message>
  <message>
   <source>Steps, in their order</source>
   <translation>办理步骤（按顺序）</translation>
  </message>
  <message>
   <source>Submitted  Ctrl+S</source>
   <translation>已递交  Ctrl+S</translation>
  </message>
  <message>
   <source>Take it out</source>
   <translation>取消归档</translation>
  </message>
  <message>
   <source>Take it up</source>
   <translation>重新办理</translation>
  </message>
  <message>
   <source>Take {name} out of the archive?</source>
   <translation>取消归档{name}？</translation>
  </message>
  <message>
   <source>Take {number} in hand again?</source>
   <translation>重新办理 {number}？</translation>
  </message>
  <message>
   <source>The certificate that {number} brought</source>
   <translation>{number} 取得的证照</translation>
  </message>
  <message>
   <source>The coming eighteen months</source>
   <translation>未来十八个月</translation>
  </message>
  <message>
   <source>The due dates could not be read.</source>
   <translation>到期事项未能读出。</translation>
  </message>
  <message>
   <source>The issuer withdrew it: apply for a new one, and archive it.</source>
   <translation>证照已被撤销：请重新申请，并将本证照归档。</translation>
  </message>
  <message>
   <source>The original is with {name} and should be back since {day}.</source>
   <translation>原件在{name}处，应于 {day} 归还，已逾期。</translation>
  </message>
  <message>
   <source>The original is with {name}, due back on {day}.</source>
   <translation>原件在{name}处，应于 {day} 归还。</translation>
  </message>
  <message>
   <source>The step is ticked in its case.</source>
   <translation>将在事项中勾选该步骤。</translation>
  </message>
  <message>
   <source>The steps with their days and papers are filled in for you; you can change everything.</source>
   <translation>步骤、期限和材料会自动填好，都可以修改。</translation>
  </message>
  <message>
   <source>They came back</source>
   <translation>已被退回</translation>
  </message>
  <message>
   <source>Timeline of certificates</source>
   <translation>证照时间轴</translation>
  </message>
  <message>
   <source>To seal</source>
   <translation>待盖章</translation>
  </message>
  <message>
   <source>Trainings</source>
   <translation>继续教育</translation>
  </message>
  <message>
   <source>Until {day} at most; for a longer time it is taken back and asked for anew.</source>
   <translation>最迟可延至 {day}；需要更久的，请先归还再重新申请。</translation>
  </message>
  <message>
   <source>Valid</source>
   <translation>有效期</translation>
  </message>
  <message>
   <source>Version {number}, {day}: {name}</source>
   <translation>第 {number} 版 {day}：{name}</translation>
  </message>
  <message>
   <source>What is due</source>
   <translation>到期内容</translation>
  </message>
  <message>
   <source>When</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>When all that was granted is here, the case is done.</source>
   <translation>批准金额全部到账后，事项自动办结。</translation>
  </message>
  <message>
   <source>Write down  Ctrl+S</source>
   <translation>登记  Ctrl+S</translation>
  </message>
  <message>
   <source>Yearly duties: within a period (01-01 to 06-30), or every so many months from the first day</source>
   <translation>年度义务：固定期间（如 01-01 至 06-30），或自生效日起每隔若干月</translation>
  </message>
  <message>
   <source>at the latest {day}, or the certificate is suspended</source>
   <translation>最迟 {day}，逾期证书将被暂停</translation>
  </message>
  <message>
   <source>begins in {count} days</source>
   <translation>{count} 天后可开始</translation>
  </message>
  <message>
   <source>does not end</source>
   <translation>长期</translation>
  </message>
  <message>
   <source>done {day}</source>
   <translation>{day} 完成</translation>
  </message>
  <message>
   <source>every {count} months</source>
   <translation>每 {count} 个月</translation>
  </message>
  <message>
   <source>from {day}, does not end</source>
   <translation>{day} 起长期</translation>
  </message>
  <message>
   <source>may begin</source>
   <translation>可以开始</translation>
  </message>
  <message>
   <source>may begin {when}</source>
   <translation>{when}起可开始</translation>
  </message>
  <message>
   <source>no day set</source>
   <translation>未定期限</translation>
  </message>
  <message>
   <source>overdue originals: {count}, the first since {day} ({name})</source>
   <translation>{count} 件原件逾期未还，最早 {day}（{name}）</translation>
  </message>
  <message>
   <source>today</source>
   <translation>今天到期</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>至 {day}</translation>
  </message>
  <message>
   <source>with {name}</source>
   <translation>{name}借用中</translation>
  </message>
  <message>
   <source>with {name}, overdue</source>
   <translation>{name}逾期未还</translation>
  </message>
  <message>
   <source>{count} are due within 30 days</source>
   <translation>{count} 项 30 天内到期</translation>
  </message>
  <message>
   <source>{count} are due within 7 days</source>
   <translation>{count} 项 7 天内到期</translation>
  </message>
  <message>
   <source>{count} copies are sealed and handed to {name}; they do not come back.</source>
   <translation>{count} 份复印件盖章后交给{name}，不归还。</translation>
  </message>
  <message>
   <source>{count} dates</source>
   <translation>{count} 项</translation>
  </message>
  <message>
   <source>{count} dates are overdue</source>
   <translation>{count} 项已逾期</translation>
  </message>
  <message>
   <source>{count} days</source>
   <translation>{count} 天</translation>
  </message>
  <message>
   <source>{count} days before</source>
   <translation>提前 {count} 天</translation>
  </message>
  <message>
   <source>{count} ending within 30 days</source>
   <translation>{count} 件 30 天内到期</translation>
  </message>
  <message>
   <source>{count} hours</source>
   <translation>{count} 学时</translation>
  </message>
  <message>
   <source>{count} in hand</source>
   <translation>{count} 件办理中</translation>
  </message>
  <message>
   <source>{count} lapsed</source>
   <translation>{count} 件已失效</translation>
  </message>
  <message>
   <source>{count} later</source>
   <translation>更晚 {count} 项</translation>
  </message>
  <message>
   <source>{count} later, their day to remind has come</source>
   <translation>{count} 项在 30 天以后到期，已到提醒日</translation>
  </message>
  <message>
   <source>{count} lent</source>
   <translation>{count} 件借出</translation>
  </message>
  <message>
   <source>{count} months</source>
   <translation>{count} 个月</translation>
  </message>
  <message>
   <source>{count} months after the end</source>
   <translation>届满后 {count} 个月</translation>
  </message>
  <message>
   <source>{count} months before</source>
   <translation>提前 {count} 个月</translation>
  </message>
  <message>
   <source>{count} more within 90 days</source>
   <translation>另有 {count} 件 90 天内到期</translation>
  </message>
  <message>
   <source>{count} overdue</source>
   <translation>逾期 {count} 项</translation>
  </message>
  <message>
   <source>{count} overdue, the first since {day} ({name})</source>
   <translation>{count} 件逾期未还，最早 {day}（{name}）</translation>
  </message>
  <message>
   <source>{count} steps are not ticked yet.</source>
   <translation>还有 {count} 个步骤未勾选。</translation>
  </message>
  <message>
   <source>{count} steps are overdue, the first is “{name}”.</source>
   <translation>{count} 个步骤已逾期，第一个是“{name}”。</translation>
  </message>
  <message>
   <source>{count} to end within 30 days</source>
   <translation>{count} 件 30 天内到期</translation>
  </message>
  <message>
   <source>{count} to hand out</source>
   <translation>{count} 件待借出</translation>
  </message>
  <message>
   <source>{count} within 30 days</source>
   <translation>30 天内 {count} 项</translation>
  </message>
  <message>
   <source>{count} within 7 days</source>
   <translation>7 天内 {count} 项</translation>
  </message>
  <message>
   <source>{count} years</source>
   <translation>{count} 年</translation>
  </message>
  <message>
   <source>{days} d left</source>
   <translation>剩 {days} 天</translation>
  </message>
  <message>
   <source>{days} d over</source>
   <translation>过期 {days} 天</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} 至 {last}</translation>
  </message>
  <message>
   <source>{first} to {last} · {count} certificates</source>
   <translation>{first} 至 {last} · {count} 件证照</translation>
  </message>
  <message>
   <source>{first} to {last} · {left}</source>
   <translation>{first} 至 {last} · {left}</translation>
  </message>
  <message>
   <source>{have} of {need} hours until {day}</source>
   <translation>已完成 {have}/{need} 学时，截至 {day}</translation>
  </message>
  <message>
   <source>{hours} hours on {days} days</source>
   <translation>{days} 天共 {hours} 学时</translation>
  </message>
  <message>
   <source>{hours} hours together</source>
   <translation>合计 {hours} 学时</translation>
  </message>
  <message>
   <source>{name} has it from then on, until {day}.</source>
   <translation>自借出日起由{name}保管，{day} 归还。</translation>
  </message>
  <message>
   <source>{name} has saved other trainings meanwhile: they are shown now. Type yours again.</source>
   <translation>{name}刚保存了继续教育记录，现在显示的是最新内容，请重新录入您的修改。</translation>
  </message>
  <message>
   <source>{name} is back</source>
   <translation>归还{name}</translation>
  </message>
  <message>
   <source>{name} keeps it longer</source>
   <translation>{name}延期归还</translation>
  </message>
  <message>
   <source>{name} left on {day}: nothing reminds of it. Hand it over, then archive it.</source>
   <translation>{name}已于 {day} 离职：不再提醒。请办理移交后归档。</translation>
  </message>
  <message>
   <source>{name}: {have} of {need} hours</source>
   <translation>{name}：{have}/{need} 学时</translation>
  </message>
  <message>
   <source>{number} is done</source>
   <translation>办结 {number}</translation>
  </message>
  <message>
   <source>{number} was not granted</source>
   <translation>{number} 未获批</translation>
  </message>
  <message>
   <source>{number} was submitted</source>
   <translation>{number} 递交资料</translation>
  </message>
  <message>
   <source>{originals} original, {copies} duplicates</source>
   <translation>正本 {originals}，副本 {copies}</translation>
  </message>
  <message>
   <source>{what} No. {piece}</source>
   <translation>{what} {piece}</translation>
  </message>
  <message>
   <source>¥{amount} are granted and not here yet.</source>
   <translation>已批准未到账 ¥{amount}。</translation>
  </message>
  <message>
   <source>¥{amount} of subsidies granted and not here yet</source>
   <translation>补贴已批准未到账 ¥{amount}</translation>
  </message>
 </context>
 <context>
  <name>Check</name>
  <message>
   <source>Advance {number} is overdue since {due}, {outstanding} still open</source>
   <translation>借款 {number} 自 {due} 起逾期，尚欠 {outstanding}</translation>
  </message>
  <message>
   <source>Allowances are within the limits</source>
   <translation>补助未超标准</translation>
  </message>
  <message>
   <source>Buyer's name and tax number are ours</source>
   <translation>购买方名称与税号一致</translation>
  </message>
  <message>
   <source>Checks</source>
   <translation>检查</translation>
  </message>
  <message>
   <source>Contract {contract} over {amount}: paid {paid}, on its way {waiting}, now {now}; {over} too much</source>
   <translation>合同 {contract} 金额 {amount}：已付 {paid}，在途 {waiting}，本次 {now}，超付 {over}</translation>
  </message>
  <message>
   <source>Contract {contract} over {amount}: paid {paid}, on its way {waiting}, now {now}; {rest} left</source>
   <translation>合同 {contract} 金额 {amount}：已付 {paid}，在途 {waiting}，本次 {now}，余 {rest}</translation>
  </message>
  <message>
   <source>Insurance by item of {name} ({number}) is not what was taken off: add the difference by hand</source>
   <translation>{name}（{number}）各险种之和与实际扣款不符：差额请在扣缴端手工补入</translation>
  </message>
  <message>
   <source>Invoice numbers: {count}, none claimed before</source>
   <translation>号码 {count} 张，无重复报销</translation>
  </message>
  <message>
   <source>Invoice {number} also stands in the draft {other} ({claimant}, {day})</source>
   <translation>发票 {number} 也在草稿 {other} 中（{claimant}，{day}）</translation>
  </message>
  <message>
   <source>Invoice {number} does not show our tax number</source>
   <translation>发票 {number} 没有本公司税号</translation>
  </message>
  <message>
   <source>Invoice {number} is a red-letter invoice and cannot be claimed. Take it off.</source>
   <translation>发票 {number} 是红字发票，不能报销，请去掉。</translation>
  </message>
  <message>
   <source>Invoice {number} is dated {day}, after today. Check the day.</source>
   <translation>发票 {number} 的日期 {day} 晚于今天，请核对。</translation>
  </message>
  <message>
   <source>Invoice {number} is made out to a person ({name}), not to the company</source>
   <translation>发票 {number} 开给了个人（{name}），不是本公司</translation>
  </message>
  <message>
   <source>Invoice {number} is made out to tax number {tax_id}, ours is {own}. Ask for a new one.</source>
   <translation>发票 {number} 的税号是 {tax_id}，本公司是 {own}。请重新开票。</translation>
  </message>
  <message>
   <source>Invoice {number} is on this claim twice. Take one off.</source>
   <translation>发票 {number} 在本单上重复，请去掉一张。</translation>
  </message>
  <message>
   <source>Invoice {number} names the buyer “{name}”, which is not our name</source>
   <translation>发票 {number} 的购买方是“{name}”，不是本公司名称</translation>
  </message>
  <message>
   <source>Invoice {number} of {day} is {age} days old; the limit is {limit}</source>
   <translation>发票 {number}（{day}）已有 {age} 天，期限 {limit} 天</translation>
  </message>
  <message>
   <source>Invoice {number} was cancelled by its seller on {day}. Take it off.</source>
   <translation>发票 {number} 已于 {day} 被销售方作废，请移除。</translation>
  </message>
  <message>
   <source>Invoice {number} was claimed before: {other}, {claimant}, {day}. Take it off.</source>
   <translation>发票 {number} 已报销过：{other}，{claimant}，{day}。请去掉。</translation>
  </message>
  <message>
   <source>Invoice {number} was read from a picture. Compare with the paper and confirm: {fields}.</source>
   <translation>发票 {number} 由图片识别，请对照原件逐项确认：{fields}。</translation>
  </message>
  <message>
   <source>Invoice {number} was red-lettered by its seller on {day}. Take it off.</source>
   <translation>发票 {number} 已于 {day} 被销售方红冲，请移除。</translation>
  </message>
  <message>
   <source>Invoice {number}, could not be read: {fields}. Compare with the invoice.</source>
   <translation>发票 {number} 有内容无法读出：{fields}。请对照发票核对。</translation>
  </message>
  <message>
   <source>Invoice {number}: {net} and tax {tax} do not make {total}</source>
   <translation>发票 {number}：{net} 加税额 {tax} 不等于 {total}</translation>
  </message>
  <message>
   <source>Invoice {number}: {net} and tax {tax} do not make {total}. Correct what was typed, or ask for a new invoice.</source>
   <translation>发票 {number}：金额 {net} 加税额 {tax} 不等于价税合计 {total}。请更正录入的金额，或要求重开发票。</translation>
  </message>
  <message>
   <source>Leg {leg} ({from}—{to}): {seat} is above what the grade allows ({allowed})</source>
   <translation>第 {leg} 段（{from}—{to}）：{seat} 超出本职级可乘坐的席别（{allowed}）</translation>
  </message>
  <message>
   <source>Leg {leg} ({from}—{to}): {seat} is above what the grade allows ({allowed}). Lower it.</source>
   <translation>第 {leg} 段（{from}—{to}）：{seat} 超出本职级可乘坐的席别（{allowed}），请更正。</translation>
  </message>
  <message>
   <source>Leg {leg} arrives on {day}, after today. Hand the claim in after the travel.</source>
   <translation>第 {leg} 段 {day} 才到达，请出差结束后再提交。</translation>
  </message>
  <message>
   <source>Leg {leg} leaves {from}, the one before it arrived in {to}</source>
   <translation>第 {leg} 段从 {from} 出发，而上一段到达 {to}</translation>
  </message>
  <message>
   <source>Line {line} ({category}) was spent on {day}, a day off</source>
   <translation>第 {line} 行（{category}）发生在 {day}，是休息日</translation>
  </message>
  <message>
   <source>Line {line} ({category}) was spent on {day}, a day off. Lower it.</source>
   <translation>第 {line} 行（{category}）发生在 {day}，是休息日，不能报销。</translation>
  </message>
  <message>
   <source>Line {line} ({category}, {amount}) has no invoice</source>
   <translation>第 {line} 行（{category}，{amount}）没有发票</translation>
  </message>
  <message>
   <source>Line {line} is dated {day}, after today. Correct the day.</source>
   <translation>第 {line} 行的日期 {day} 晚于今天，请更正。</translation>
  </message>
  <message>
   <source>Line {line}: tax {tax} is more than the amount {amount}. Correct it.</source>
   <translation>第 {line} 行：税额 {tax} 大于金额 {amount}，请更正。</translation>
  </message>
  <message>
   <source>Line {line}: the travel lasted from {first} to {last}, the allowance is for other days</source>
   <translation>第 {line} 行：出差自 {first} 至 {last}，补贴日期超出行程</translation>
  </message>
  <message>
   <source>Line {line}: write in its description how many were there, for example 4 人</source>
   <translation>第 {line} 行：请在摘要里写明参加人数，例如“4 人”</translation>
  </message>
  <message>
   <source>Line {line}: {amount} for {days} days, {excess} above the limit of {limit} a day</source>
   <translation>第 {line} 行：补助 {amount}（{days} 天），按每天 {limit} 超出 {excess}</translation>
  </message>
  <message>
   <source>Line {line}: {amount} for {days} days, {excess} above the limit of {limit} a day. Lower it.</source>
   <translation>第 {line} 行：补助 {amount}（{days} 天），按每天 {limit} 超出 {excess}，请调低。</translation>
  </message>
  <message>
   <source>Line {line}: {rate} a head for {heads}, {excess} above the limit of {limit}</source>
   <translation>第 {line} 行：{heads} 人，人均 {rate}，超标准 {limit} 共 {excess}</translation>
  </message>
  <message>
   <source>Line {line}: {rate} a head for {heads}, {excess} above the limit of {limit}. Lower it.</source>
   <translation>第 {line} 行：{heads} 人，人均 {rate}，超标准 {limit} 共 {excess}，请调低。</translation>
  </message>
  <message>
   <source>Line {line}: {rate} a night, {excess} above the limit of {limit} (no city given, as tier {tier})</source>
   <translation>第 {line} 行：住宿 {rate}/晚，超标准 {limit} 共 {excess}（未填城市，按 {tier} 类城市）</translation>
  </message>
  <message>
   <source>Line {line}: {rate} a night, {excess} above the limit of {limit} (no city given, as tier {tier}). Lower it.</source>
   <translation>第 {line} 行：住宿 {rate}/晚，超标准 {limit} 共 {excess}（未填城市，按 {tier} 类城市），请调低。</translation>
  </message>
  <message>
   <source>Line {line}: {rate} a night, {excess} above the limit of {limit} ({city}, tier {tier})</source>
   <translation>第 {line} 行：住宿 {rate}/晚，超标准 {limit} 共 {excess}（{city}，{tier} 类城市）</translation>
  </message>
  <message>
   <source>Line {line}: {rate} a night, {excess} above the limit of {limit} ({city}, tier {tier}). Lower it.</source>
   <translation>第 {line} 行：住宿 {rate}/晚，超标准 {limit} 共 {excess}（{city}，{tier} 类城市），请调低。</translation>
  </message>
  <message>
   <source>Lines agree with the invoices</source>
   <translation>明细与发票一致</translation>
  </message>
  <message>
   <source>Lines claim {lines} of invoice {number} over {total}</source>
   <translation>发票 {number} 票面 {total}，明细只报 {lines}</translation>
  </message>
  <message>
   <source>Lines claim {lines}, invoice {number} is only {total}. Lower them.</source>
   <translation>明细报 {lines}，发票 {number} 只有 {total}。请调低。</translation>
  </message>
  <message>
   <source>Lodging is within the limits</source>
   <translation>住宿未超标准</translation>
  </message>
  <message>
   <source>Net and tax make the total</source>
   <translation>金额加税额等于价税合计</translation>
  </message>
  <message>
   <source>No invoice is too old</source>
   <translation>发票均在期限内</translation>
  </message>
  <message>
   <source>No invoice will come for this payment</source>
   <translation>本次付款没有发票</translation>
  </message>
  <message>
   <source>Nobody here is called {value}</source>
   <translation>没有叫{value}的人</translation>
  </message>
  <message>
   <source>Nothing to check yet.</source>
   <translation>还没有可检查的内容。</translation>
  </message>
  <message>
   <source>One-off lines of {month}, which is paid, are on no sheet: {count}. Make a supplement sheet of {month}, or enter them in this month as corrections</source>
   <translation>{month} 已发放，仍有 {count} 条一次性项目未进任何工资表：请做 {month} 补发表，或作为更正录入本月</translation>
  </message>
  <message>
   <source>One-off lines that came after the sheet was reckoned: {count}. Have it reckoned again</source>
   <translation>计算后又来了 {count} 条一次性项目，请重新计算</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>Reason: {reason}</source>
   <translation>说明：{reason}</translation>
  </message>
  <message>
   <source>Seller and buyer of invoice {number} are the same ({name}). Take it off.</source>
   <translation>发票 {number} 的销售方与购买方相同（{name}），请去掉。</translation>
  </message>
  <message>
   <source>Sex or birthday of {name} ({number}) is not entered: the client asks for both</source>
   <translation>{name}（{number}）未登记性别或出生日期：扣缴端必填</translation>
  </message>
  <message>
   <source>The ID number of {name} ({number}) looks wrong: its check digit or birthday does not fit</source>
   <translation>{name}（{number}）的身份证号可能有误：校验码或出生日期不符</translation>
  </message>
  <message>
   <source>The account of {name} is also that of {other} ({number})</source>
   <translation>{name}的账号与{other}相同（{number}）</translation>
  </message>
  <message>
   <source>The bank of {name} ({number}) is not entered; some banks ask for it</source>
   <translation>{name}（{number}）未登记开户行，部分银行要求填写</translation>
  </message>
  <message>
   <source>The bank of {name} is not entered ({number}); some banks ask for it</source>
   <translation>{name}未填开户行（{number}），有的银行要求填写</translation>
  </message>
  <message>
   <source>The bonus of {name} is in a blind zone: {instead} would leave {more} more</source>
   <translation>{name}的年终奖在盲区：改发 {instead} 反而多得 {more}</translation>
  </message>
  <message>
   <source>The card of {name} ({number}) is also that of {other}</source>
   <translation>{name}（{number}）的银行卡与 {other} 相同</translation>
  </message>
  <message>
   <source>The card of {name} (… {ending}) is mistyped: its check digit or length is wrong. Correct it in the personnel file</source>
   <translation>{name} 的工资卡号（尾号 {ending}）有误：校验位或位数不对，请在人事档案里更正</translation>
  </message>
  <message>
   <source>The card {account} of {name} ({number}) looks mistyped: its check digit does not fit</source>
   <translation>{name}（{number}）的卡号 {account} 校验码不符，可能输错</translation>
  </message>
  <message>
   <source>The card {account} of {name} looks mistyped: its check digit does not fit ({number})</source>
   <translation>{name}的卡号{account}校验位不符，可能录错（{number}）</translation>
  </message>
  <message>
   <source>The declared base of {name} is outside the limits: {fund}</source>
   <translation>{name}申报的{fund}基数超出上下限</translation>
  </message>
  <message>
   <source>The deductions of {name} ({number}) by item are not those the tax was reckoned with</source>
   <translation>{name}（{number}）各项专项附加扣除之和与计税时的累计数不符</translation>
  </message>
  <message>
   <source>The departments do not add up to the total: have the sheet reckoned again</source>
   <translation>部门小计与合计不一致：请重新计算</translation>
  </message>
  <message>
   <source>The holidays of {year} are not announced yet: days may still change</source>
   <translation>{year} 年放假安排还未公布，日期可能变动</translation>
  </message>
  <message>
   <source>The itinerary is missing. Type its legs.</source>
   <translation>缺少行程，请填写各段行程。</translation>
  </message>
  <message>
   <source>The itinerary is whole, legs: {count}</source>
   <translation>行程完整，共 {count} 段</translation>
  </message>
  <message>
   <source>The last leg ends in {to}, not back in {home}</source>
   <translation>最后一段到 {to}，没有返回 {home}</translation>
  </message>
  <message>
   <source>The net pay of {name} fell by {percent} %</source>
   <translation>{name} 实发减少 {percent}%</translation>
  </message>
  <message>
   <source>The net pay of {name} is below zero</source>
   <translation>{name}实发小于零</translation>
  </message>
  <message>
   <source>The net pay of {name} is not gross less what is withheld: have the sheet reckoned again</source>
   <translation>{name}实发不等于应发减各项代扣：请重新计算</translation>
  </message>
  <message>
   <source>The net pay of {name} rose by {percent} %</source>
   <translation>{name} 实发增加 {percent}%</translation>
  </message>
  <message>
   <source>The original of {title} is with {holder} until {day}</source>
   <translation>{title} 原件由 {holder} 借用至 {day}</translation>
  </message>
  <message>
   <source>The parameters of {city} are not confirmed, {fund} of {count} people is reckoned by them: compare them with the notice at Insurance policies</source>
   <translation>{city}的政策参数未确认，{count} 人的{fund}按其计算：请在“参保政策”里与当地文件核对</translation>
  </message>
  <message>
   <source>The same file as {number} was claimed before: {other}, {claimant}, {day}. Take it off.</source>
   <translation>与 {number} 相同的文件已报销过：{other}，{claimant}，{day}。请去掉。</translation>
  </message>
  <message>
   <source>The seller took invoice {invoice} of {number} back: return the paper, or void it</source>
   <translation>{number} 的发票 {invoice} 已被销售方红冲或作废：请退回或作废此单</translation>
  </message>
  <message>
   <source>The seller took invoice {number} back on {day}. If the paper was paid, ask the claimant to pay back or void it; else return it.</source>
   <translation>发票 {number} 已于 {day} 被销售方红冲或作废。已付款的请报销人退款或作废单据，未付款的请退回单据。</translation>
  </message>
  <message>
   <source>The severance pay of {name} ({number}) is not in this file: it goes into the file “Tax client: severance”</source>
   <translation>{name}（{number}）的经济补偿不在本文件中：见“扣缴端：解除劳动合同一次性补偿金”</translation>
  </message>
  <message>
   <source>The sheet of {month} took {amount} more insurance of {name} than is due now. Give it back with a one-off line of the insurance difference that corrects {month}</source>
   <translation>{month} 工资表多扣{name}社保公积金个人部分 {amount} 元。请录入更正 {month} 的“社保公积金补差”一次性项目予以退还</translation>
  </message>
  <message>
   <source>The subtotals of {departments} departments add up to the total</source>
   <translation>{departments} 个部门小计与合计一致</translation>
  </message>
  <message>
   <source>The tax on the severance pay of {name} ({number}) was reckoned with another local wage than the one set now: check what is exempt</source>
   <translation>{name}（{number}）经济补偿的个税按另一社平工资计算，与现在的设置不同：请核对免税收入</translation>
  </message>
  <message>
   <source>There is no pay component “{value}”: this column is left out</source>
   <translation>没有薪资项目“{value}”：这一列不读</translation>
  </message>
  <message>
   <source>Two people are called {value}: write the employee number beside it</source>
   <translation>有两个人叫{value}：请写上工号</translation>
  </message>
  <message>
   <source>Why is this all right? The approver reads it.</source>
   <translation>为什么没有问题？审批人会看到。</translation>
  </message>
  <message>
   <source>{amount} is just below the level of {level}; with {others} it is {sum}</source>
   <translation>本单 {amount} 略低于审批线 {level}，连同 {others} 合计 {sum}</translation>
  </message>
  <message>
   <source>{amount} is just below the level of {level}; with {others} it is {sum}. Lower it.</source>
   <translation>本单 {amount} 略低于审批线 {level}，连同 {others} 合计 {sum}，请合并。</translation>
  </message>
  <message>
   <source>{category} in {month}: {amount} with {others}, {excess} above the limit of {limit}</source>
   <translation>{category} {month}：连同 {others} 共 {amount}，超每月限额 {limit} 共 {excess}</translation>
  </message>
  <message>
   <source>{category} in {month}: {amount} with {others}, {excess} above the limit of {limit}. Lower it.</source>
   <translation>{category} {month}：连同 {others} 共 {amount}，超每月限额 {limit} 共 {excess}，请调低。</translation>
  </message>
  <message>
   <source>{category}: {amount} on this paper, {excess} above the limit of {limit}</source>
   <translation>{category}：本单 {amount}，超单张限额 {limit} 共 {excess}</translation>
  </message>
  <message>
   <source>{category}: {amount} on this paper, {excess} above the limit of {limit}. Lower it.</source>
   <translation>{category}：本单 {amount}，超单张限额 {limit} 共 {excess}，请调低。</translation>
  </message>
  <message>
   <source>{chosen} was chosen for {title}: another kind</source>
   <translation>{title} 选用了 {chosen}，种类不符</translation>
  </message>
  <message>
   <source>{city} has no parameters for {month}: {fund}. Enter them at Insurance policies</source>
   <translation>{city} {month} 没有{fund}政策参数，请到“参保政策”中录入</translation>
  </message>
  <message>
   <source>{count} invoices of {seller} in a row: {numbers} (also on {others})</source>
   <translation>{seller} 的发票有 {count} 张连号：{numbers}（另见 {others}）</translation>
  </message>
  <message>
   <source>{count} invoices of {seller} in a row: {numbers} (also on {others}). Lower it.</source>
   <translation>{seller} 的发票有 {count} 张连号：{numbers}（另见 {others}），请减少。</translation>
  </message>
  <message>
   <source>{count} people, all employed, no leavers</source>
   <translation>{count} 人均在册，无离职人员</translation>
  </message>
  <message>
   <source>{names} are paid to the same card (… {ending}): make sure it is theirs</source>
   <translation>{names} 发到同一张卡（尾号 {ending}），请核实</translation>
  </message>
  <message>
   <source>{name} ({number}) has another card now than on this sheet: ask which one is right</source>
   <translation>{name}（{number}）现在的工资卡与本表上的不同：请核实用哪一张</translation>
  </message>
  <message>
   <source>{name} ({number}) has no card and is not in the file: pay in cash</source>
   <translation>{name}（{number}）没有银行卡，未列入文件：请以现金发放</translation>
  </message>
  <message>
   <source>{name} ({number}) has no identity number: the client refuses the row</source>
   <translation>{name}（{number}）没有证件号码：扣缴端不接受该行</translation>
  </message>
  <message>
   <source>{name} ({number}) has no net pay and is not in the file</source>
   <translation>{name}（{number}）实发不大于零，未列入文件</translation>
  </message>
  <message>
   <source>{name} ({number}) has the identity number of somebody else on this sheet</source>
   <translation>{name}（{number}）的证件号码与本表另一人相同</translation>
  </message>
  <message>
   <source>{name} ({number}) is called {other} in the file now: the bank compares the name</source>
   <translation>{name}（{number}）档案中现名 {other}：银行会核对户名</translation>
  </message>
  <message>
   <source>{name} ({number}) is paid as an intern, taxed by the year: declare it on the client's sheet 劳务报酬(其他连续劳务)</source>
   <translation>{name}（{number}）为实习学生，按累计预扣法：请在扣缴端“劳务报酬（其他连续劳务）”中申报</translation>
  </message>
  <message>
   <source>{name} ({number}) is paid for labour or as an intern and is not in this file: freelancers are in the file “Tax client: pay for labour”, interns have a sheet of their own</source>
   <translation>{name}（{number}）为劳务或实习，不在本文件中：劳务见“扣缴端：劳务报酬所得”，实习学生另表申报</translation>
  </message>
  <message>
   <source>{name} came or left in a month that is paid already: the sheet of {month} is not what it would be now. Enter a correction of {month}</source>
   <translation>{name}的入离职日期落在已发放的月份：{month} 工资表与现在算出的不一致，请录入对 {month} 的更正</translation>
  </message>
  <message>
   <source>{name} gets less than the minimum wage of {least}</source>
   <translation>{name}的工资低于最低工资 {least}</translation>
  </message>
  <message>
   <source>{name} gets nothing</source>
   <translation>{name}实发为零</translation>
  </message>
  <message>
   <source>{name} has a new bank card (… {ending})</source>
   <translation>{name}换了工资卡（尾号 {ending}）</translation>
  </message>
  <message>
   <source>{name} has a rate of pay and is not on this sheet: have it reckoned again</source>
   <translation>{name}有薪资标准但不在本表：请重新计算</translation>
  </message>
  <message>
   <source>{name} has no bank account: enter it at Employees, or pay {number} in cash</source>
   <translation>{name}没有银行账号：请在“员工”中补录，或用现金支付 {number}</translation>
  </message>
  <message>
   <source>{name} has no bank card</source>
   <translation>{name}没有工资卡</translation>
  </message>
  <message>
   <source>{name} has no identity number for the tax client</source>
   <translation>{name}没有证件号码，个税无法申报</translation>
  </message>
  <message>
   <source>{name} has not paid {amount} of insurance for the sheet of {month} yet. Take it with a one-off line of the insurance difference that corrects {month}</source>
   <translation>{name} {month} 工资表少扣社保公积金个人部分 {amount} 元。请录入更正 {month} 的“社保公积金补差”一次性项目予以补扣</translation>
  </message>
  <message>
   <source>{name} is employed and not insured</source>
   <translation>{name}在职但未参保</translation>
  </message>
  <message>
   <source>{name} is insured without a base: {fund}</source>
   <translation>{name}已参保但没有{fund}基数</translation>
  </message>
  <message>
   <source>{name} is not insured yet: join by {day}</source>
   <translation>{name}还未参保，{day} 前办理</translation>
  </message>
  <message>
   <source>{name} is not insured: joining was due by {day}</source>
   <translation>{name} 未参保：应于 {day} 前办理增员，已逾期</translation>
  </message>
  <message>
   <source>{name} left on {day} and gets no advance any more. Void {number}.</source>
   <translation>{name} 已于 {day} 离职，不能再支付借款，请作废 {number}</translation>
  </message>
  <message>
   <source>{name} left on {day} and is on the sheet</source>
   <translation>{name}已于 {day} 离职，仍在表上</translation>
  </message>
  <message>
   <source>{name} left on {day}: check that {number} is still to be paid</source>
   <translation>{name}已于 {day} 离职：请确认 {number} 是否仍应支付</translation>
  </message>
  <message>
   <source>{name} left the company on {day} and gets no advance any more.</source>
   <translation>{name} 已于 {day} 离职，不能再借款</translation>
  </message>
  <message>
   <source>{name} left the company on {day}. Say why this is still owed.</source>
   <translation>{name} 已于 {day} 离职，请说明为何仍需支付</translation>
  </message>
  <message>
   <source>{name} was not on the last sheet, but has not just joined</source>
   <translation>{name}上月不在表，也不是新入职</translation>
  </message>
  <message>
   <source>{name} was on the last sheet and is not on this one</source>
   <translation>{name}上月在表，本月不在</translation>
  </message>
  <message>
   <source>{name} works here and has no rate of pay</source>
   <translation>{name}在职但没有薪资标准</translation>
  </message>
  <message>
   <source>{number} claims a trip of the same person on the same days, {first} to {last}. Say why both are right.</source>
   <translation>{number} 已报销同一人同期（{first} 至 {last}）的出差，请说明两张单据为何都正确</translation>
  </message>
  <message>
   <source>{number} does not wait for payment</source>
   <translation>{number} 不在待付款状态</translation>
  </message>
  <message>
   <source>{number} is in {batch} already</source>
   <translation>{number} 已在 {batch} 中</translation>
  </message>
  <message>
   <source>{number} leaves nothing to transfer</source>
   <translation>{number} 冲销借款后无需转账</translation>
  </message>
  <message>
   <source>{number} was handed in by {other}, the account is in the name of {name}</source>
   <translation>{number} 由{other}提交，而账户户名为{name}</translation>
  </message>
  <message>
   <source>{seller}, same day, same {amount} as on {other} ({claimant}, {day})</source>
   <translation>{seller} 同日同额 {amount}，与 {other} 相同（{claimant}，{day}）</translation>
  </message>
  <message>
   <source>{title}</source>
   <translation>{title}</translation>
  </message>
  <message>
   <source>{title} ends {day}, opening is {opening}</source>
   <translation>{title} {day} 到期，开标日为 {opening}</translation>
  </message>
  <message>
   <source>{title} has lapsed</source>
   <translation>{title} 已失效</translation>
  </message>
  <message>
   <source>{title} has no scan</source>
   <translation>{title} 没有扫描件</translation>
  </message>
  <message>
   <source>{title} is not ready</source>
   <translation>{title} 未备好</translation>
  </message>
  <message>
   <source>{title} is not ready, may be left out</source>
   <translation>{title} 未备好（可选）</translation>
  </message>
  <message>
   <source>{title} is only applied for</source>
   <translation>{title} 尚在办理中，未取得证书</translation>
  </message>
  <message>
   <source>{title} is suspended</source>
   <translation>{title}处于暂停状态</translation>
  </message>
  <message>
   <source>{title} is valid from {day} only, opening is {opening}</source>
   <translation>{title} 自 {day} 起有效，开标日为 {opening}</translation>
  </message>
  <message>
   <source>{title}: choose one</source>
   <translation>{title}：未选用</translation>
  </message>
  <message>
   <source>{title}: its holder left on {day}</source>
   <translation>{title}：持证人已于 {day} 离职</translation>
  </message>
  <message>
   <source>{title}: no certificate chosen, so no date can be checked</source>
   <translation>{title}：未选用证照，无法核对有效期</translation>
  </message>
  <message>
   <source>{title}: none chosen, may be left out</source>
   <translation>{title}：未选用（可选）</translation>
  </message>
  <message>
   <source>“{value}” is no amount</source>
   <translation>“{value}”不是金额</translation>
  </message>
 </context>
 <context>
  <name>Claim</name>
  <message>
   <source>A reversing paper is written. Its invoices may be claimed again.</source>
   <translation>将生成冲销单，其发票可以重新报销。</translation>
  </message>
  <message>
   <source>Add invoices  Ctrl+I</source>
   <translation>添加发票  Ctrl+I</translation>
  </message>
  <message>
   <source>Allowance</source>
   <translation>出差补贴</translation>
  </message>
  <message>
   <source>Allowance  F7</source>
   <translation>补贴  F7</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>金额</translation>
  </message>
  <message>
   <source>Ask  Ctrl+S</source>
   <translation>加签  Ctrl+S</translation>
  </message>
  <message>
   <source>Asked after {when}</source>
   <translation>{when} 有人催办</translation>
  </message>
  <message>
   <source>Attachments</source>
   <translation>附件</translation>
  </message>
  <message>
   <source>Attachments ({count})</source>
   <translation>附件（{count}）</translation>
  </message>
  <message>
   <source>Claimant</source>
   <translation>报销人</translation>
  </message>
  <message>
   <source>Claimed</source>
   <translation>申请金额</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Confirm  Ctrl+S</source>
   <translation>确认  Ctrl+S</translation>
  </message>
  <message>
   <source>Confirm {number}</source>
   <translation>确认 {number}</translation>
  </message>
  <message>
   <source>Contract {number}: paid so far {paid}</source>
   <translation>合同 {number}：累计已付 {paid}</translation>
  </message>
  <message>
   <source>Copy as table</source>
   <translation>复制为表格</translation>
  </message>
  <message>
   <source>Could not be done: {count}.</source>
   <translation>未能办理 {count} 张：</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Delete the draft {number}?</source>
   <translation>删除草稿 {number}？</translation>
  </message>
  <message>
   <source>Delete {count} drafts, {amount} together, with their invoices and files?</source>
   <translation>删除 {count} 张草稿（合计 {amount}）及其发票和附件？</translation>
  </message>
  <message>
   <source>Deleted: {count}.</source>
   <translation>已删除 {count} 张。</translation>
  </message>
  <message>
   <source>Deleting…</source>
   <translation>正在删除…</translation>
  </message>
  <message>
   <source>Each is done on its own; those that cannot be are listed afterwards.</source>
   <translation>逐张办理；办不了的会列出原因。</translation>
  </message>
  <message>
   <source>Enter opens the paper. They stay selected in the list.</source>
   <translation>按回车键打开单据；这些单据在列表中保持选中。</translation>
  </message>
  <message>
   <source>Files that could not be used: {count}</source>
   <translation>无法使用的文件：{count} 个</translation>
  </message>
  <message>
   <source>From the store</source>
   <translation>从发票库选</translation>
  </message>
  <message>
   <source>Given before: press the figure</source>
   <translation>用过的理由，按数字选用</translation>
  </message>
  <message>
   <source>Grant  Ctrl+S</source>
   <translation>核定  Ctrl+S</translation>
  </message>
  <message>
   <source>Grant less on {number}</source>
   <translation>核减 {number}</translation>
  </message>
  <message>
   <source>Granted</source>
   <translation>核定金额</translation>
  </message>
  <message>
   <source>Handed in, now with {name}. Withdraw it to change it.</source>
   <translation>已提交，现在在 {name} 处。要修改请先撤回。</translation>
  </message>
  <message>
   <source>Held for the pay of {month}</source>
   <translation>待 {month} 工资扣还</translation>
  </message>
  <message>
   <source>Import invoices</source>
   <translation>导入发票</translation>
  </message>
  <message>
   <source>Invoice  F6</source>
   <translation>本行发票  F6</translation>
  </message>
  <message>
   <source>Invoice pages  F8</source>
   <translation>发票原件  F8</translation>
  </message>
  <message>
   <source>Invoice still owed</source>
   <translation>尚欠发票</translation>
  </message>
  <message>
   <source>Invoices ({count})</source>
   <translation>发票（{count}）</translation>
  </message>
  <message>
   <source>Itinerary</source>
   <translation>行程</translation>
  </message>
  <message>
   <source>Last time, same person and category</source>
   <translation>上次（同一人、同类费用）</translation>
  </message>
  <message>
   <source>Line {number}</source>
   <translation>第 {number} 行</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>明细</translation>
  </message>
  <message>
   <source>Mark as paid  Ctrl+S</source>
   <translation>标记已付款  Ctrl+S</translation>
  </message>
  <message>
   <source>Money back</source>
   <translation>还款</translation>
  </message>
  <message>
   <source>Nobody can decide at {level} any more ({approver}). Withdraw it, or change the rule.</source>
   <translation>“{level}”已没有可审批的人（{approver}）。请撤回，或修改规则。</translation>
  </message>
  <message>
   <source>Not begun, because you cancelled: {count}.</source>
   <translation>已取消，{count} 张未办理。</translation>
  </message>
  <message>
   <source>Not everything could be done</source>
   <translation>部分单据未能办理</translation>
  </message>
  <message>
   <source>Note the repayment  Ctrl+S</source>
   <translation>登记还款  Ctrl+S</translation>
  </message>
  <message>
   <source>Nothing like it was decided before.</source>
   <translation>以前没有审批过类似的单据。</translation>
  </message>
  <message>
   <source>Nothing to pay to {name}: advances settle all of it.</source>
   <translation>无需付给 {name}：已全部冲销借款。</translation>
  </message>
  <message>
   <source>Nothing waits for you</source>
   <translation>没有等待您处理的单据</translation>
  </message>
  <message>
   <source>Now with {name}</source>
   <translation>当前处理人：{name}</translation>
  </message>
  <message>
   <source>Now with {name} since {moment}, 1 working day</source>
   <translation>在{name}处，自 {moment} 起，已 1 个工作日</translation>
  </message>
  <message>
   <source>Now with {name} since {moment}, since today</source>
   <translation>在{name}处，自 {moment} 起（今天收到）</translation>
  </message>
  <message>
   <source>Now with {name} since {moment}, {days} working days</source>
   <translation>在{name}处，自 {moment} 起，已 {days} 个工作日</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>单号</translation>
  </message>
  <message>
   <source>One more signer on {number}</source>
   <translation>{number} 加签</translation>
  </message>
  <message>
   <source>Open advances of {name}</source>
   <translation>{name} 的未还借款</translation>
  </message>
  <message>
   <source>Paid within {days} working days</source>
   <translation>{days} 个工作日内付款</translation>
  </message>
  <message>
   <source>Paid {day} by {name}, {account}</source>
   <translation>{day} 由 {name} 付款，{account}</translation>
  </message>
  <message>
   <source>Pay</source>
   <translation>付款</translation>
  </message>
  <message>
   <source>Pay {name}: {amount}</source>
   <translation>付给 {name}：{amount}</translation>
  </message>
  <message>
   <source>Payment batch {number}</source>
   <translation>付款批次 {number}</translation>
  </message>
  <message>
   <source>Payment of {number}</source>
   <translation>{number} 付款</translation>
  </message>
  <message>
   <source>Purpose</source>
   <translation>事由</translation>
  </message>
  <message>
   <source>Put the allowance of these legs into the lines</source>
   <translation>按行程计算补贴，写入明细</translation>
  </message>
  <message>
   <source>Reading invoices</source>
   <translation>正在读取发票</translation>
  </message>
  <message>
   <source>Reading the picture…</source>
   <translation>正在识别图片…</translation>
  </message>
  <message>
   <source>Reasons given before</source>
   <translation>用过的理由</translation>
  </message>
  <message>
   <source>Received back from {name}: {amount}</source>
   <translation>收回 {name} 退款：{amount}</translation>
  </message>
  <message>
   <source>Refer  Ctrl+S</source>
   <translation>转审  Ctrl+S</translation>
  </message>
  <message>
   <source>Refer {number}</source>
   <translation>转审 {number}</translation>
  </message>
  <message>
   <source>Refund</source>
   <translation>退款</translation>
  </message>
  <message>
   <source>Repayment of {number}</source>
   <translation>{number} 还款</translation>
  </message>
  <message>
   <source>Return  Ctrl+S</source>
   <translation>退回  Ctrl+S</translation>
  </message>
  <message>
   <source>Return {number}</source>
   <translation>退回 {number}</translation>
  </message>
  <message>
   <source>Reversed by {number}</source>
   <translation>已由 {number} 冲销</translation>
  </message>
  <message>
   <source>Reverses {number}</source>
   <translation>冲销 {number}</translation>
  </message>
  <message>
   <source>Save and submit  Ctrl+Enter</source>
   <translation>保存并提交  Ctrl+Enter</translation>
  </message>
  <message>
   <source>Settled by</source>
   <translation>冲销单据</translation>
  </message>
  <message>
   <source>Settles advances</source>
   <translation>冲销借款</translation>
  </message>
  <message>
   <source>Still open</source>
   <translation>未还金额</translation>
  </message>
  <message>
   <source>Submit</source>
   <translation>提交</translation>
  </message>
  <message>
   <source>Submit {count} papers, {amount} together?</source>
   <translation>提交 {count} 张单据，合计 {amount}？</translation>
  </message>
  <message>
   <source>Submitted: {count}.</source>
   <translation>已提交 {count} 张。</translation>
  </message>
  <message>
   <source>Submitting…</source>
   <translation>正在提交…</translation>
  </message>
  <message>
   <source>Take unused invoices of the store (Ctrl+Shift+I)</source>
   <translation>从发票库选取未使用的发票(Ctrl+Shift+I)</translation>
  </message>
  <message>
   <source>The lines say {amount}; F7 puts {proposed} there.</source>
   <translation>明细中为 {amount}；按 F7 改为 {proposed}。</translation>
  </message>
  <message>
   <source>The payment did not arrive: {reason}</source>
   <translation>款项未到账：{reason}</translation>
  </message>
  <message>
   <source>These papers are gone. Look again with F5.</source>
   <translation>这些单据已不存在。请按 F5 刷新。</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>应付</translation>
  </message>
  <message>
   <source>To refund</source>
   <translation>应退</translation>
  </message>
  <message>
   <source>Total {amount}</source>
   <translation>合计 {amount}</translation>
  </message>
  <message>
   <source>Type the legs; the allowance follows from them.</source>
   <translation>填写行程后自动计算补贴。</translation>
  </message>
  <message>
   <source>Type the paper invoice of this line, or correct it</source>
   <translation>填写本行的纸质发票，或更正读错的发票</translation>
  </message>
  <message>
   <source>Void  Ctrl+S</source>
   <translation>作废  Ctrl+S</translation>
  </message>
  <message>
   <source>Void {number}</source>
   <translation>作废 {number}</translation>
  </message>
  <message>
   <source>What to mend</source>
   <translation>需要处理</translation>
  </message>
  <message>
   <source>Whom you choose decides instead of {name}. Your reason is kept with the paper.</source>
   <translation>选中的人代替 {name} 审批，转审理由随单保存。</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>撤回</translation>
  </message>
  <message>
   <source>Withdraw {number} to change it?</source>
   <translation>撤回 {number} 以便修改？</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>另有 {count} 张</translation>
  </message>
  <message>
   <source>due today</source>
   <translation>今天到期</translation>
  </message>
  <message>
   <source>due {day}</source>
   <translation>{day} 到期</translation>
  </message>
  <message>
   <source>invoice {day}</source>
   <translation>{day} 前补票</translation>
  </message>
  <message>
   <source>invoices overdue: {count}</source>
   <translation>逾期未补票 {count} 张</translation>
  </message>
  <message>
   <source>left after this {amount}</source>
   <translation>本次付后余 {amount}</translation>
  </message>
  <message>
   <source>on its way {amount}</source>
   <translation>在途 {amount}</translation>
  </message>
  <message>
   <source>overdue {day}</source>
   <translation>{day} 已逾期</translation>
  </message>
  <message>
   <source>overpaid by {amount}</source>
   <translation>超付 {amount}</translation>
  </message>
  <message>
   <source>pay of {month}</source>
   <translation>{month} 工资扣还</translation>
  </message>
  <message>
   <source>to pay {amount}</source>
   <translation>应付 {amount}</translation>
  </message>
  <message>
   <source>to refund {amount}</source>
   <translation>应退 {amount}</translation>
  </message>
  <message>
   <source>{amount} was taken off the pay of {name} for {month}.</source>
   <translation>已从 {name} {month} 的工资中扣还 {amount}。</translation>
  </message>
  <message>
   <source>{category}: {own} now, usually {usual}</source>
   <translation>{category}：本次 {own}，平常 {usual}</translation>
  </message>
  <message>
   <source>{city}: {days} days × ({meal} meals + {local} local) = {amount}</source>
   <translation>{city}：{days} 天 ×（伙食 {meal} + 市内交通 {local}）= {amount}</translation>
  </message>
  <message>
   <source>{count} asked after</source>
   <translation>{count} 单有人催办</translation>
  </message>
  <message>
   <source>{count} d late</source>
   <translation>逾期 {count} 天</translation>
  </message>
  <message>
   <source>{count} d left</source>
   <translation>{count} 天</translation>
  </message>
  <message>
   <source>{count} due today, {amount}</source>
   <translation>今天到期 {count} 单，合计 {amount}</translation>
  </message>
  <message>
   <source>{count} overdue, {amount}</source>
   <translation>已逾期 {count} 单，合计 {amount}</translation>
  </message>
  <message>
   <source>{count} papers</source>
   <translation>{count} 单</translation>
  </message>
  <message>
   <source>{count} past their day</source>
   <translation>{count} 单已超承诺</translation>
  </message>
  <message>
   <source>{count} to pay, {amount}</source>
   <translation>待付款 {count} 单，合计 {amount}</translation>
  </message>
  <message>
   <source>{count} wait for you · Ctrl+Enter approves, Ctrl+Backspace returns</source>
   <translation>{count} 单等您审批 · Ctrl+Enter 同意，Ctrl+Backspace 退回</translation>
  </message>
  <message>
   <source>{count} with doubts</source>
   <translation>{count} 单有疑点</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} 至 {last}</translation>
  </message>
  <message>
   <source>{label}: {name} decided for {absent}</source>
   <translation>{label}：{name} 代 {absent} 审批</translation>
  </message>
  <message>
   <source>{label}: {name} referred it ({reason})</source>
   <translation>{label}：{name} 已转审（{reason}）</translation>
  </message>
  <message>
   <source>{label}: {name}, asked for by {by}</source>
   <translation>{label}：{name}（{by} 要求）</translation>
  </message>
  <message>
   <source>{name} is away until {day} and named no substitute. Ask an administrator to name one or to refer it.</source>
   <translation>{name} 请假到 {day}，没有指定代理人。请管理员指定代理人，或者转审。</translation>
  </message>
  <message>
   <source>{name} still has {amount}. Off the pay it is held until the pay of the month was paid.</source>
   <translation>{name} 尚有 {amount} 未还。工资扣还的，待当月工资发放后确认。</translation>
  </message>
  <message>
   <source>{start} {first} {origin} → {second} {goal}</source>
   <translation>{start} {first} {origin} → {second} {goal}</translation>
  </message>
  <message>
   <source>{time} · reminded</source>
   <translation>{time} · 已催办</translation>
  </message>
 </context>
 <context>
  <name>Claim invoices</name>
  <message>
   <source>{count}</source>
   <translation>{count} 张</translation>
  </message>
 </context>
 <context>
  <name>Columns</name>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>选择列</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>下移</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>确定</translation>
  </message>
  <message>
   <source>Space shows or hides a column, Ctrl+Up and Ctrl+Down move it.</source>
   <translation>空格显示或隐藏一列，Ctrl+↑ 和 Ctrl+↓ 移动它。</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>上移</translation>
  </message>
 </context>
 <context>
  <name>Command</name>
  <message>
   <source>About OpsDesk</source>
   <translation>关于运营台</translation>
  </message>
  <message>
   <source>Back up now</source>
   <translation>立即备份</translation>
  </message>
  <message>
   <source>Change password…</source>
   <translation>修改密码…</translation>
  </message>
  <message>
   <source>Dark colours</source>
   <translation>深色外观</translation>
  </message>
  <message>
   <source>Fold the tabs to icons</source>
   <translation>折叠标签栏</translation>
  </message>
  <message>
   <source>Free software under the MIT licence. Data: {place}</source>
   <translation>自由软件，MIT 许可证。数据位置：{place}</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>快捷键</translation>
  </message>
  <message>
   <source>Light colours</source>
   <translation>浅色外观</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>锁定</translation>
  </message>
  <message>
   <source>OpsDesk, the workbench of a small company's operations department.</source>
   <translation>运营台：小公司运营部门的工作台。</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>退出</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>设置…</translation>
  </message>
  <message>
   <source>Sign out</source>
   <translation>退出登录</translation>
  </message>
 </context>
 <context>
  <name>Confirm</name>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>知道了</translation>
  </message>
 </context>
 <context>
  <name>Console</name>
  <message>
   <source>240x140, A5, A4, or WIDTHxHEIGHT in mm (default: 240x140, lists A4)</source>
   <translation>240x140、A5、A4，或 宽x高（毫米）；默认 240x140，列表 A4</translation>
  </message>
  <message>
   <source>A system library of Qt is missing ({library}). README.md names the packages to install.</source>
   <translation>缺少 Qt 需要的系统库（{library}）。需要安装的软件包见 README.zh-CN.md。</translation>
  </message>
  <message>
   <source>Backed up and verified: {path}</source>
   <translation>已备份并校验：{path}</translation>
  </message>
  <message>
   <source>Everything is in order: file, figures, history and attachments.</source>
   <translation>一切正常：文件、数据、操作记录和附件。</translation>
  </message>
  <message>
   <source>Password: </source>
   <translation>密码：</translation>
  </message>
  <message>
   <source>Restored {file}.</source>
   <translation>已恢复 {file}。</translation>
  </message>
  <message>
   <source>The database that was there is kept as {path}.</source>
   <translation>原来的数据库保存为 {path}。</translation>
  </message>
  <message>
   <source>There is no display here. Use a console command, or `main.py tour DIR` for pictures of every page.</source>
   <translation>这里没有图形显示。请使用命令行命令，或用 `main.py tour DIR` 生成每个页面的图片。</translation>
  </message>
  <message>
   <source>Written: {path}</source>
   <translation>已写入：{path}</translation>
  </message>
  <message>
   <source>a sample company in a temporary folder</source>
   <translation>临时文件夹里的示例公司</translation>
  </message>
  <message>
   <source>colours of the window</source>
   <translation>窗口颜色</translation>
  </message>
  <message>
   <source>export a register as .xlsx</source>
   <translation>导出列表为 .xlsx</translation>
  </message>
  <message>
   <source>folder, .db file or postgresql:// URL of the data</source>
   <translation>数据所在的文件夹、.db 文件或 postgresql:// 地址</translation>
  </message>
  <message>
   <source>language (default: the system's)</source>
   <translation>语言（默认跟随系统）</translation>
  </message>
  <message>
   <source>make a verified backup</source>
   <translation>备份并校验</translation>
  </message>
  <message>
   <source>numbers of papers, e.g. BX-2026-0412; with payroll: a number, or a month YYYY-MM</source>
   <translation>单号，如 BX-2026-0412；打印工资表时为编号或月份 YYYY-MM</translation>
  </message>
  <message>
   <source>pictures of every page and a PDF of every form</source>
   <translation>每个页面的图片和每种单据的 PDF</translation>
  </message>
  <message>
   <source>print one JSON array</source>
   <translation>输出一个 JSON 数组</translation>
  </message>
  <message>
   <source>print papers by number, or a register, as PDF</source>
   <translation>按单号打印单据，或打印列表，存为 PDF</translation>
  </message>
  <message>
   <source>put a backup in place of the database</source>
   <translation>用备份恢复数据库</translation>
  </message>
  <message>
   <source>read e-invoice files</source>
   <translation>读取电子发票文件</translation>
  </message>
  <message>
   <source>tax_wages, tax_bonus, tax_severance, tax_labour, tax_people, or a register: {registers}</source>
   <translation>tax_wages、tax_bonus、tax_severance、tax_labour、tax_people，或登记簿：{registers}</translation>
  </message>
  <message>
   <source>the file to write</source>
   <translation>写入的文件</translation>
  </message>
  <message>
   <source>verify the database, its audit chain and its attachments</source>
   <translation>检查数据库、操作记录和附件</translation>
  </message>
  <message>
   <source>where to (default: the data folder's backups)</source>
   <translation>备份到哪里（默认：数据文件夹的 backups）</translation>
  </message>
  <message>
   <source>who signs in; the password is asked for, or read from OPSDESK_PASSWORD</source>
   <translation>登录用户；密码会询问，或取自 OPSDESK_PASSWORD</translation>
  </message>
  <message>
   <source>with vouchers: the entries of this month for the accountant; with tax_…: the month of payment, YYYY-MM</source>
   <translation>导出凭证时：该月的会计分录；导出 tax_… 时：发放月份，格式 YYYY-MM</translation>
  </message>
  <message>
   <source>write an amount of yuan in capitals</source>
   <translation>把金额写成大写</translation>
  </message>
  <message>
   <source>{papers}, or a register: {registers}</source>
   <translation>{papers}，或列表：{registers}</translation>
  </message>
 </context>
 <context>
  <name>Depreciation</name>
  <message>
   <source>Accounts of depreciation</source>
   <translation>折旧科目对照</translation>
  </message>
  <message>
   <source>Accumulated</source>
   <translation>累计折旧</translation>
  </message>
  <message>
   <source>Adjustment</source>
   <translation>纳税调整</translation>
  </message>
  <message>
   <source>Against the month before</source>
   <translation>与上月比较</translation>
  </message>
  <message>
   <source>All cards</source>
   <translation>全部卡片</translation>
  </message>
  <message>
   <source>An open month after it goes. The reason stands in the history.</source>
   <translation>其后未结账的月份会一并删除。原因记入操作记录。</translation>
  </message>
  <message>
   <source>By class</source>
   <translation>按类别</translation>
  </message>
  <message>
   <source>By department</source>
   <translation>按部门</translation>
  </message>
  <message>
   <source>Cards</source>
   <translation>卡片数</translation>
  </message>
  <message>
   <source>Cards charged for the first time</source>
   <translation>首次计提的卡片</translation>
  </message>
  <message>
   <source>Cards that left</source>
   <translation>已处置的卡片</translation>
  </message>
  <message>
   <source>Cause</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>Charge</source>
   <translation>本月折旧</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Class and department</source>
   <translation>类别和部门</translation>
  </message>
  <message>
   <source>Close month</source>
   <translation>结账</translation>
  </message>
  <message>
   <source>Close {month}: {count} cards, depreciation {amount}?</source>
   <translation>结账 {month}：{count} 张卡片，折旧 {amount}？</translation>
  </message>
  <message>
   <source>Company and tax book</source>
   <translation>会计与税法对照</translation>
  </message>
  <message>
   <source>Company's book</source>
   <translation>会计折旧</translation>
  </message>
  <message>
   <source>Company's book less tax book</source>
   <translation>会计折旧减税法折旧</translation>
  </message>
  <message>
   <source>Company, accumulated</source>
   <translation>会计累计折旧</translation>
  </message>
  <message>
   <source>Cost {cost} · residual {residual} · {method}, {months} months · in use since {day}</source>
   <translation>原值 {cost} · 残值 {residual} · {method}，{months} 个月 · {day} 启用</translation>
  </message>
  <message>
   <source>Debit is the department's expense account, credit the class's. An empty code goes back to the usual account.</source>
   <translation>借方为部门的费用科目，贷方为类别的累计折旧科目。编码清空则恢复默认科目。</translation>
  </message>
  <message>
   <source>Department</source>
   <translation>部门</translation>
  </message>
  <message>
   <source>Depreciation of a year</source>
   <translation>年度折旧</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>税会差异</translation>
  </message>
  <message>
   <source>Each month: (cost − residual) × units of the month ÷ units of the whole life.</source>
   <translation>每月：（原值 − 残值）× 本月工作量 ÷ 总工作量。</translation>
  </message>
  <message>
   <source>Each month: (cost − residual) ÷ months, rounded to the fen; the last month takes the rest. The month after it was put into use is the first.</source>
   <translation>每月：（原值 − 残值）÷ 月数，四舍五入到分，末月取余额。启用次月开始计提。</translation>
  </message>
  <message>
   <source>Each year: (cost − residual) × years left ÷ sum of the years; the months of a year are equal and its last takes the rest.</source>
   <translation>每年：（原值 − 残值）× 尚可使用年数 ÷ 年数总和；年内各月相等，年末月取余额。</translation>
  </message>
  <message>
   <source>Each year: net value × 2 ÷ life, the last two years in equal parts; the months of a year are equal and its last takes the rest.</source>
   <translation>每年：净值 × 2 ÷ 年限，最后两年平均摊销；年内各月相等，年末月取余额。</translation>
  </message>
  <message>
   <source>Every card that is in use is charged; the month stays open until it is closed.</source>
   <translation>对所有在用卡片计提折旧；结账之前可随时重算。</translation>
  </message>
  <message>
   <source>From {month}: {months} months left, residual {residual}, cost {added}</source>
   <translation>自 {month} 起：尚余 {months} 个月，残值 {residual}，原值 {added}</translation>
  </message>
  <message>
   <source>Grouped by</source>
   <translation>分组</translation>
  </message>
  <message>
   <source>It is reckoned once more, then its charges stay. Only the newest closed month can be reopened.</source>
   <translation>结账前再算一次，之后金额不再变动。只有最近一个已结账月份可以反结账。</translation>
  </message>
  <message>
   <source>M{month}</source>
   <translation>{month}月</translation>
  </message>
  <message>
   <source>Net at the end</source>
   <translation>年末净值</translation>
  </message>
  <message>
   <source>Net value</source>
   <translation>净值</translation>
  </message>
  <message>
   <source>New estimate from this month: {card}</source>
   <translation>本月起会计估计变更：{card}</translation>
  </message>
  <message>
   <source>No card is charged in this month.</source>
   <translation>本月没有需要计提的卡片。</translation>
  </message>
  <message>
   <source>No card is depreciated by units in this month.</source>
   <translation>本月没有按工作量法计提的卡片。</translation>
  </message>
  <message>
   <source>No department</source>
   <translation>未分配部门</translation>
  </message>
  <message>
   <source>Not in use yet: nothing is charged.</source>
   <translation>尚未启用，不计提折旧。</translation>
  </message>
  <message>
   <source>Of it catch-up</source>
   <translation>其中补提</translation>
  </message>
  <message>
   <source>On the day</source>
   <translation>截止日期</translation>
  </message>
  <message>
   <source>Opening</source>
   <translation>期初净值</translation>
  </message>
  <message>
   <source>Reckon  Ctrl+S</source>
   <translation>计提  Ctrl+S</translation>
  </message>
  <message>
   <source>Reckon a month</source>
   <translation>计提折旧</translation>
  </message>
  <message>
   <source>Remove the open month {month}?</source>
   <translation>删除未结账的 {month}？</translation>
  </message>
  <message>
   <source>Reopen  Ctrl+S</source>
   <translation>反结账  Ctrl+S</translation>
  </message>
  <message>
   <source>Reopen {month}</source>
   <translation>{month} 反结账</translation>
  </message>
  <message>
   <source>Search class or department  Ctrl+F</source>
   <translation>搜索类别或部门  Ctrl+F</translation>
  </message>
  <message>
   <source>Search month or cause  Ctrl+F</source>
   <translation>搜索月份或说明  Ctrl+F</translation>
  </message>
  <message>
   <source>Search number, name or class  Ctrl+F</source>
   <translation>搜索编号、名称或类别  Ctrl+F</translation>
  </message>
  <message>
   <source>Search number, name, class or department  Ctrl+F</source>
   <translation>搜索编号、名称、类别或部门  Ctrl+F</translation>
  </message>
  <message>
   <source>Tax book</source>
   <translation>税法折旧</translation>
  </message>
  <message>
   <source>Tax, accumulated</source>
   <translation>税法累计折旧</translation>
  </message>
  <message>
   <source>The cards  Ctrl+L</source>
   <translation>卡片明细  Ctrl+L</translation>
  </message>
  <message>
   <source>This month</source>
   <translation>本月折旧</translation>
  </message>
  <message>
   <source>Twelve months by card</source>
   <translation>十二个月（按卡片）</translation>
  </message>
  <message>
   <source>Twelve months by class</source>
   <translation>十二个月（按类别）</translation>
  </message>
  <message>
   <source>Units of use {month}</source>
   <translation>{month} 工作量</translation>
  </message>
  <message>
   <source>Usual expense accounts: {accounts}</source>
   <translation>常用费用科目：{accounts}</translation>
  </message>
  <message>
   <source>Values on a day</source>
   <translation>任意日期净值</translation>
  </message>
  <message>
   <source>View</source>
   <translation>查看</translation>
  </message>
  <message>
   <source>What each of these did in the month: kilometres, hours or sheets. The month is closed only when all are entered; what comes later, the next month makes up.</source>
   <translation>录入各资产本月的里程、工时或张数。全部录入后才能结账；结账后补录或更正的，由下一个未结账月份补提。</translation>
  </message>
  <message>
   <source>Whole year</source>
   <translation>全年</translation>
  </message>
  <message>
   <source>Why this number</source>
   <translation>金额由来</translation>
  </message>
  <message>
   <source>Why this number  Ctrl+Y</source>
   <translation>金额由来  Ctrl+Y</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>年度</translation>
  </message>
  <message>
   <source>before the register {amount} in {months} months</source>
   <translation>建账前已提 {amount}（{months} 个月）</translation>
  </message>
  <message>
   <source>cards that came after their month was closed, made up in the next one: {count}</source>
   <translation>{count} 张卡片补录于结账之后，下月一并补提</translation>
  </message>
  <message>
   <source>cards without units of use: {count}</source>
   <translation>{count} 张卡片待录工作量</translation>
  </message>
  <message>
   <source>catch-up of closed months {amount}</source>
   <translation>补提以前月份 {amount}</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>已结账</translation>
  </message>
  <message>
   <source>in the tax book {amount}</source>
   <translation>税法补提 {amount}</translation>
  </message>
  <message>
   <source>left on {day}</source>
   <translation>{day} 处置</translation>
  </message>
  <message>
   <source>tax book: deducted at once</source>
   <translation>税法：一次性扣除</translation>
  </message>
  <message>
   <source>tax book: {months} months</source>
   <translation>税法：{months} 个月</translation>
  </message>
  <message>
   <source>the closed month has {amount}</source>
   <translation>已结账金额 {amount}</translation>
  </message>
  <message>
   <source>worth today {net}</source>
   <translation>今日净值 {net}</translation>
  </message>
  <message>
   <source>{count} cards · company {company} · tax book {tax} · adjustment {difference}</source>
   <translation>{count} 张卡片 · 会计 {company} · 税法 {tax} · 纳税调整 {difference}</translation>
  </message>
  <message>
   <source>{count} cards · cost {cost} · accumulated {accumulated} · net {net}</source>
   <translation>{count} 张卡片 · 原值 {cost} · 累计折旧 {accumulated} · 净值 {net}</translation>
  </message>
  <message>
   <source>{count} cards · {state}</source>
   <translation>{count} 张卡片 · {state}</translation>
  </message>
  <message>
   <source>{count} months · charged {company} · tax book {tax}</source>
   <translation>共 {count} 个月 · 会计计提 {company} · 税法扣除 {tax}</translation>
  </message>
  <message>
   <source>{count} rows · the year {total} · net at its end {net}</source>
   <translation>{count} 行 · 全年 {total} · 年末净值 {net}</translation>
  </message>
  <message>
   <source>{day}: {count} cards · cost {cost} · accumulated {accumulated} · net {net}</source>
   <translation>{day}：{count} 张卡片 · 原值 {cost} · 累计折旧 {accumulated} · 净值 {net}</translation>
  </message>
  <message>
   <source>{month} to be closed</source>
   <translation>{month} 待结账</translation>
  </message>
  <message>
   <source>{month} to be reckoned</source>
   <translation>{month} 待计提</translation>
  </message>
  <message>
   <source>{number} {name}: enter its units of the month</source>
   <translation>{number} {name}：请录入本月工作量</translation>
  </message>
  <message>
   <source>{units} units</source>
   <translation>工作量 {units}</translation>
  </message>
 </context>
 <context>
  <name>Disposal</name>
  <message>
   <source>Approve</source>
   <translation>同意</translation>
  </message>
  <message>
   <source>Approve {number}: {title}, net {net}?</source>
   <translation>同意 {number}：{title}，净值 {net}？</translation>
  </message>
  <message>
   <source>Cards ({count})</source>
   <translation>处置资产（{count}）</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Delete the draft {number}?</source>
   <translation>删除草稿 {number}？</translation>
  </message>
  <message>
   <source>Gain</source>
   <translation>处置净收益</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>处置净损失</translation>
  </message>
  <message>
   <source>Photos and papers ({count})</source>
   <translation>照片和附件（{count}）</translation>
  </message>
  <message>
   <source>Reverse  Ctrl+S</source>
   <translation>冲回  Ctrl+S</translation>
  </message>
  <message>
   <source>Reverse {number}: {title}</source>
   <translation>冲回 {number}：{title}</translation>
  </message>
  <message>
   <source>The cards live again where they stood, with their values. What closed months left out is charged in the next open month.</source>
   <translation>资产卡片恢复到处置前的状态和价值；已结月份少提的折旧在下一个未结月份补提。</translation>
  </message>
  <message>
   <source>The month it leaves in is charged still; what is left then is its net value.</source>
   <translation>处置当月照提折旧，提完后的余额即净值。</translation>
  </message>
  <message>
   <source>With the last approval the cards leave the register.</source>
   <translation>最后一级审批通过后，这些资产即退出台账。</translation>
  </message>
  <message>
   <source>and {count} more on the form</source>
   <translation>另有 {count} 项，见处置单</translation>
  </message>
  <message>
   <source>leaves on {day}</source>
   <translation>拟于 {day} 处置</translation>
  </message>
  <message>
   <source>left on {day}</source>
   <translation>{day} 处置</translation>
  </message>
  <message>
   <source>this year {count} cards left, gain {gain}</source>
   <translation>本年处置 {count} 项，净收益 {gain}</translation>
  </message>
  <message>
   <source>this year {count} cards left, loss {gain}</source>
   <translation>本年处置 {count} 项，净损失 {gain}</translation>
  </message>
  <message>
   <source>{count} being decided</source>
   <translation>{count} 张审批中</translation>
  </message>
  <message>
   <source>{count} cards · net {net} · gain {gain}</source>
   <translation>{count} 项 · 净值 {net} · 净收益 {gain}</translation>
  </message>
  <message>
   <source>{count} cards · net {net} · loss {gain}</source>
   <translation>{count} 项 · 净值 {net} · 净损失 {gain}</translation>
  </message>
  <message>
   <source>{count} to finish and submit</source>
   <translation>{count} 张待完善提交</translation>
  </message>
  <message>
   <source>{number} {name}: net {net}, brings {proceeds}</source>
   <translation>{number} {name}：净值 {net}，收入 {proceeds}</translation>
  </message>
 </context>
 <context>
  <name>Doubt</name>
  <message>
   <source>After two fixed terms an open-ended contract is due (article 14), unless the employee asks for a fixed one.</source>
   <translation>已连续订立两次固定期限合同，应订立无固定期限合同（第十四条），职工本人提出固定期限的除外。</translation>
  </message>
  <message>
   <source>Not sixteen yet on the day of hiring. Please compare both days.</source>
   <translation>入职时未满十六周岁，请核对出生日期和入职日期。</translation>
  </message>
  <message>
   <source>Signed more than a month after the first day: double pay may be owed (article 82).</source>
   <translation>签订日晚于用工之日起一个月，可能须支付二倍工资（第八十二条）。</translation>
  </message>
  <message>
   <source>The ID card number says another birthday. Please compare both.</source>
   <translation>与身份证号码中的出生日期不一致，请核对。</translation>
  </message>
  <message>
   <source>The ID card number says the other sex. Please compare both.</source>
   <translation>与身份证号码中的性别不一致，请核对。</translation>
  </message>
  <message>
   <source>The birthday inside this number is no day. Please compare it.</source>
   <translation>号码中的出生日期不存在，请核对。</translation>
  </message>
  <message>
   <source>The check digit does not fit: one digit may be mistyped.</source>
   <translation>校验位不符，可能有一位输错了。</translation>
  </message>
  <message>
   <source>The organisation code inside does not fit: a digit may be mistyped.</source>
   <translation>其中的组织机构代码不符，可能有一位输错了。</translation>
  </message>
  <message>
   <source>This holds characters such a number never has. Please compare it.</source>
   <translation>里面有这种号码不会有的字符，请核对。</translation>
  </message>
  <message>
   <source>This is less than a tenth of any floor. Please look for a slipped decimal point.</source>
   <translation>低于任何缴费基数下限的十分之一，请检查小数点是否错位。</translation>
  </message>
  <message>
   <source>This looks unusual. Please compare it.</source>
   <translation>看起来不寻常，请核对。</translation>
  </message>
  <message>
   <source>This number is too short or too long. Please compare it.</source>
   <translation>位数不对，请核对。</translation>
  </message>
 </context>
 <context>
  <name>Errors</name>
  <message>
   <source>A back payment of {city} is still a draft. Archive it or remove it first.</source>
   <translation>{city}还有一笔补缴未归档，请先归档或删除。</translation>
  </message>
  <message>
   <source>A bank code has 12 digits. Check it, or leave it empty.</source>
   <translation>联行号为 12 位数字，请核对，或留空。</translation>
  </message>
  <message>
   <source>A base is never below zero. Correct the amount.</source>
   <translation>基数不能为负数，请更正金额。</translation>
  </message>
  <message>
   <source>A base wage must not be below zero. Correct it.</source>
   <translation>缴费工资不能小于零，请更正。</translation>
  </message>
  <message>
   <source>A budget is 0 or more, up to 999,999,999,999.99. Correct it or leave it empty.</source>
   <translation>预算应在0至999,999,999,999.99之间。请更正或留空。</translation>
  </message>
  <message>
   <source>A card has the serial number {value} already. Leave the row out or correct it.</source>
   <translation>序列号 {value} 已有卡片，请跳过该行或更正。</translation>
  </message>
  <message>
   <source>A card is for one piece at least. Enter how many there are.</source>
   <translation>数量至少为 1，请填写数量。</translation>
  </message>
  <message>
   <source>A card like this is here already. Leave the row out, or give it an asset number if it is another one.</source>
   <translation>已有相同的卡片。请跳过此行；若确是另一件，请填写资产编号。</translation>
  </message>
  <message>
   <source>A card number holds digits only. Correct it.</source>
   <translation>卡号只能是数字，请更正。</translation>
  </message>
  <message>
   <source>A change of estimate begins after the change before it and after the first charge, and not after the asset has left. Choose another month.</source>
   <translation>估计变更须晚于首次计提和前一次变更，且不晚于处置月份，请另选月份。</translation>
  </message>
  <message>
   <source>A city tier is 1, 2 or 3. Correct it.</source>
   <translation>城市类别是 1、2 或 3，请更正。</translation>
  </message>
  <message>
   <source>A class cannot belong to itself or to one below it. Choose another one.</source>
   <translation>类别不能从属于自己或下级类别，请另选。</translation>
  </message>
  <message>
   <source>A code begins with a letter and has small letters, digits and _ only, at most 40. Correct it.</source>
   <translation>代码以字母开头，只能含小写字母、数字和下划线，最长 40 位。请改正。</translation>
  </message>
  <message>
   <source>A contract lasts one month at least. Correct its term.</source>
   <translation>合同期限至少一个月，请更正。</translation>
  </message>
  <message>
   <source>A contract of this term allows {months} months of probation, to {day} at most. Shorten the probation.</source>
   <translation>该期限的合同试用期最长 {months} 个月，最晚至 {day}，请缩短试用期。</translation>
  </message>
  <message>
   <source>A contract without a last day, or one that was ended, is not renewed. Write a new one, or change it.</source>
   <translation>无终止日期或已终止的合同不能续签。请新签合同，或办理变更。</translation>
  </message>
  <message>
   <source>A correction is for an earlier month than the sheet it stands on. Correct the month.</source>
   <translation>更正的月份应早于所在工资表的月份。请改正月份。</translation>
  </message>
  <message>
   <source>A cost is not below zero. Correct it.</source>
   <translation>费用不能小于零，请更正。</translation>
  </message>
  <message>
   <source>A database server is backed up with its own tools. Ask whoever looks after it.</source>
   <translation>数据库服务器请用它自带的工具备份，请联系管理员。</translation>
  </message>
  <message>
   <source>A deduction is an amount of zero or more with two decimals at most. Correct it.</source>
   <translation>扣除金额不得为负，最多两位小数，请更正。</translation>
  </message>
  <message>
   <source>A department cannot stand below itself. Choose another one above it.</source>
   <translation>部门不能隶属于自己，请选择其他上级部门。</translation>
  </message>
  <message>
   <source>A grade is 1, 2 or 3, or empty for everybody. Correct it.</source>
   <translation>职级是 1、2 或 3，不填表示所有人，请更正。</translation>
  </message>
  <message>
   <source>A grade is 1, 2 or 3. Correct it.</source>
   <translation>职级是 1、2 或 3，请更正。</translation>
  </message>
  <message>
   <source>A later change stands on {number}. Take that one back first.</source>
   <translation>{number} 之后已有其他变更，请先撤销后面的变更。</translation>
  </message>
  <message>
   <source>A lease keeps its asset. Write another lease for another thing.</source>
   <translation>租约不能更换资产。请为另一项资产新建租约。</translation>
  </message>
  <message>
   <source>A level is a number from 1 to 9. Correct it.</source>
   <translation>级别必须是 1 到 9 的数字，请更正。</translation>
  </message>
  <message>
   <source>A limit is an amount of zero or more with two decimals at most. Correct it.</source>
   <translation>标准金额不能小于零，最多两位小数，请更正。</translation>
  </message>
  <message>
   <source>A limit that is passed asks for a reason or stops the paper. Choose one of both.</source>
   <translation>超标准时要么说明理由，要么不能提交，请选一个。</translation>
  </message>
  <message>
   <source>A line has {most} at most. Check the number.</source>
   <translation>每行最多 {most}，请核对。</translation>
  </message>
  <message>
   <source>A link begins with http:// or https://. Copy it from the address line of the browser.</source>
   <translation>链接应以http://或https://开头。请从浏览器地址栏复制。</translation>
  </message>
  <message>
   <source>A month before is still open. Close that one first.</source>
   <translation>前面还有未结账的月份，请先结账。</translation>
  </message>
  <message>
   <source>A movement stays as it was written. Enter the opposite one.</source>
   <translation>出入库记录不能修改，请做一笔相反的记录。</translation>
  </message>
  <message>
   <source>A movement stays as it was written. Move the asset back with a new one.</source>
   <translation>变动记录不能修改，请新做一笔移回。</translation>
  </message>
  <message>
   <source>A number below zero has no meaning here. Correct it.</source>
   <translation>此处不能为负数，请更正。</translation>
  </message>
  <message>
   <source>A pay day is a day of the month from 1 to 31. Correct it.</source>
   <translation>发薪日应为 1 至 31 日，请更正。</translation>
  </message>
  <message>
   <source>A payment request needs its payee. Choose one.</source>
   <translation>付款申请单需要收款单位，请选择。</translation>
  </message>
  <message>
   <source>A payment request settles no advance. Clear the amounts.</source>
   <translation>付款申请单不能冲销借款，请清空冲销金额。</translation>
  </message>
  <message>
   <source>A place cannot be part of itself or of one in it. Choose another one.</source>
   <translation>地点不能从属于自己或其下级地点，请另选。</translation>
  </message>
  <message>
   <source>A place's name has no “/” in it. Write it without.</source>
   <translation>地点名称中不能有“/”，请去掉。</translation>
  </message>
  <message>
   <source>A price is zero or more. Correct it.</source>
   <translation>单价不能为负，请更正。</translation>
  </message>
  <message>
   <source>A rate is not below zero. Correct it; zero ends it.</source>
   <translation>标准不能小于零。请改正；填 0 表示停发。</translation>
  </message>
  <message>
   <source>A renewal or change begins from the contract before it. Choose that one in the list, then Renew or Change.</source>
   <translation>续签和变更须从原合同办理。请在列表中选中原合同，再点“续签”或“变更”。</translation>
  </message>
  <message>
   <source>A repair costs nothing or more. Correct the amount.</source>
   <translation>维修费用不能为负，请更正。</translation>
  </message>
  <message>
   <source>A scan stays as it was. Explain the line instead.</source>
   <translation>扫描记录不能修改，请在该行填写说明。</translation>
  </message>
  <message>
   <source>A sheet of this size has {most} labels. Enter a number from 1 to {most}.</source>
   <translation>这种标签纸每张 {most} 枚，请填 1 到 {most} 之间的数。</translation>
  </message>
  <message>
   <source>A slip takes {most} cards at most. Select fewer.</source>
   <translation>一张变动单最多 {most} 张卡片，请少选一些。</translation>
  </message>
  <message>
   <source>A tax year is from {first} to {last}. Correct it.</source>
   <translation>年度应在 {first} 至 {last} 之间，请更正。</translation>
  </message>
  <message>
   <source>A template asks for something. Add an item.</source>
   <translation>模板至少要有一项，请添加。</translation>
  </message>
  <message>
   <source>A voucher number is given once: it is never changed, taken back or used again.</source>
   <translation>凭证号一经编定，不得更改、收回或重复使用。</translation>
  </message>
  <message>
   <source>Add at least one asset.</source>
   <translation>请至少添加一项资产。</translation>
  </message>
  <message>
   <source>Advance {number} is not open any more. Take it off the claim.</source>
   <translation>借款 {number} 已不能冲销，请从报销单上去掉。</translation>
  </message>
  <message>
   <source>An account number holds digits only. Check it.</source>
   <translation>账号只能是数字，请核对。</translation>
  </message>
  <message>
   <source>An advance carries no invoices. Make a claim for them.</source>
   <translation>借款单不能附发票，请用报销单。</translation>
  </message>
  <message>
   <source>An advance has neither lines nor offsets. Clear them.</source>
   <translation>借款单没有明细，也不能冲销借款，请清除。</translation>
  </message>
  <message>
   <source>An amount has two decimals at most. Correct it.</source>
   <translation>金额最多保留两位小数，请更正。</translation>
  </message>
  <message>
   <source>An amount has two decimals at most. Round it yourself, so that you know how.</source>
   <translation>金额最多两位小数。请自己先四舍五入。</translation>
  </message>
  <message>
   <source>An amount of a contract needs the contract's number. Enter it.</source>
   <translation>填了合同金额就要填合同号，请填写。</translation>
  </message>
  <message>
   <source>An hour is a number from 0 to 23. Correct it.</source>
   <translation>小时为 0 到 23，请更正。</translation>
  </message>
  <message>
   <source>An invoice is marked as red-lettered or as cancelled. Choose one of both.</source>
   <translation>发票只能标记为已红冲或已作废，请选择其一。</translation>
  </message>
  <message>
   <source>An only child deducts {most}; who shares it with brothers and sisters {shared} at most. Correct the amount.</source>
   <translation>独生子女扣除 {most}；与兄弟姐妹分摊的每人不超过 {shared}。请更正金额。</translation>
  </message>
  <message>
   <source>An open-ended contract has no last day. Leave it empty, or choose a fixed term.</source>
   <translation>无固定期限合同没有终止日期。请留空，或改为固定期限。</translation>
  </message>
  <message>
   <source>Another card begins on this day. Choose another day, or remove one of the two.</source>
   <translation>另一张卡也从这一天启用。请改日期，或删除其中一张。</translation>
  </message>
  <message>
   <source>Another check was on this day. Remove one of the two.</source>
   <translation>这一天已有一次体检记录，请删除其中一条。</translation>
  </message>
  <message>
   <source>Another digest has told of some of these notices since you looked. Look again, then keep it.</source>
   <translation>这些招标信息中有的已由另一份周报发出，请重新生成后再保存。</translation>
  </message>
  <message>
   <source>Another post begins on this day. Remove one of the two.</source>
   <translation>这一天已有一条任职记录，请删除其中一条。</translation>
  </message>
  <message>
   <source>Archive it first: only what stays as it is can be paid.</source>
   <translation>请先归档：只有归档后的数据才能登记缴款。</translation>
  </message>
  <message>
   <source>At most {most} months fit. Choose a later first month.</source>
   <translation>最多 {most} 个月，请把起始月份改晚一些。</translation>
  </message>
  <message>
   <source>At the level {level}, {approver} is away, and the substitute {substitute} signs this paper at another level already. Name another substitute first.</source>
   <translation>“{level}”一级的{approver}不在岗，其代理人{substitute}已在本单据的另一级审批。请先另行指定代理人。</translation>
  </message>
  <message>
   <source>At “{level}” nobody is left who may decide ({approver}). Ask an administrator to change the approval rule or the user.</source>
   <translation>“{level}”这一级已没有可以审批的人（{approver}）。请管理员修改审批规则或用户。</translation>
  </message>
  <message>
   <source>Between 1 and {most} cards are made at once. Correct the number.</source>
   <translation>一次可建 1 至 {most} 张卡片，请更正数量。</translation>
  </message>
  <message>
   <source>Bonuses are taxed separately until {day} only. Choose merging.</source>
   <translation>年终奖单独计税的政策到 {day} 为止。请选择并入综合所得。</translation>
  </message>
  <message>
   <source>Buildings, intangibles and deferred expenses cannot be deducted at once. Switch it off.</source>
   <translation>房屋建筑物、无形资产和长期待摊费用不能一次性扣除，请取消该选项。</translation>
  </message>
  <message>
   <source>Checks that stop this claim: {count}, first: {check}</source>
   <translation>有 {count} 项检查不通过，不能提交，第一项：{check}</translation>
  </message>
  <message>
   <source>Checks that want a reason: {count}, first: “{check}” Write why it is all right.</source>
   <translation>有 {count} 项检查需要说明，第一项：“{check}”。请写明理由。</translation>
  </message>
  <message>
   <source>Choose a day after today.</source>
   <translation>请选择今天之后的日期。</translation>
  </message>
  <message>
   <source>Choose a password of at least {least} signs.</source>
   <translation>密码至少要有 {least} 个字符，请重新填写。</translation>
  </message>
  <message>
   <source>Choose another state here. It is archived with “Archive”.</source>
   <translation>请在此选择其他状态。归档请用“归档”。</translation>
  </message>
  <message>
   <source>Choose at least one change.</source>
   <translation>请至少选择一条变更。</translation>
  </message>
  <message>
   <source>Choose at least one paper to pay.</source>
   <translation>请至少选择一张待付款的单据。</translation>
  </message>
  <message>
   <source>Choose at least one role.</source>
   <translation>请至少选择一个角色。</translation>
  </message>
  <message>
   <source>Choose from {least} to {most} strips a page.</source>
   <translation>每页工资条请选 {least} 至 {most} 条。</translation>
  </message>
  <message>
   <source>Choose how the bonus is taxed: separately, or merged with the wages.</source>
   <translation>请选择年终奖的计税方式：单独计税，或并入综合所得。</translation>
  </message>
  <message>
   <source>Choose what changed from the list.</source>
   <translation>请从列表中选择变更类型。</translation>
  </message>
  <message>
   <source>Choose which stage this is.</source>
   <translation>请选择阶段。</translation>
  </message>
  <message>
   <source>Claims settle this advance: {numbers}. Void them first.</source>
   <translation>以下报销单冲销了这笔借款：{numbers}。请先作废它们。</translation>
  </message>
  <message>
   <source>Contract {number} was drafted for this bid. Delete that project first.</source>
   <translation>已为本投标生成合同 {number}，请先删除该项目。</translation>
  </message>
  <message>
   <source>Cost less depreciation is not the net value: {value}. Correct one of them.</source>
   <translation>原值减累计折旧与净值不符：{value}，请更正。</translation>
  </message>
  <message>
   <source>Count or sum of payment batch {number} is not that of its lines. Restore the last backup that was in order.</source>
   <translation>付款批次 {number} 的笔数或合计与明细不符。请恢复最近一次正常的备份。</translation>
  </message>
  <message>
   <source>Days or pieces are a number from 1 to {most}. Correct it.</source>
   <translation>天数或张数是 1 到 {most} 的整数，请更正。</translation>
  </message>
  <message>
   <source>Decisions cannot be changed afterwards. Reverse the paper instead.</source>
   <translation>审批意见不能事后修改。请改用冲销单据。</translation>
  </message>
  <message>
   <source>Department, post and grade stay as they are. Change one of them.</source>
   <translation>部门、岗位和职级都没有变化，请至少修改一项。</translation>
  </message>
  <message>
   <source>Deposit {number} was asked for or paid already. Settle it first; the bid stays.</source>
   <translation>保证金 {number} 已申请或已缴纳，请先结清；投标保留。</translation>
  </message>
  <message>
   <source>Depreciation by units needs the units of the whole life, such as kilometres. Enter them.</source>
   <translation>工作量法需要填写总工作量（如总里程），请补填。</translation>
  </message>
  <message>
   <source>Depreciation of {month} is closed, so nothing can leave the register in it. Open the month again, or approve next month.</source>
   <translation>{month} 的折旧已结账，当月不能再核销资产。请先反结账，或下月再批准。</translation>
  </message>
  <message>
   <source>Depreciation of {month} is closed. Choose a day of an open month, or reopen the month.</source>
   <translation>{month} 折旧已结账。请选择未结账月份的日期，或先反结账。</translation>
  </message>
  <message>
   <source>Enter a number from {first} to {last}.</source>
   <translation>请填写 {first} 到 {last} 之间的数字。</translation>
  </message>
  <message>
   <source>Enter a quantity above 0 with three decimals at most.</source>
   <translation>请填写大于 0 的数量，最多三位小数。</translation>
  </message>
  <message>
   <source>Enter a quantity of one or more.</source>
   <translation>数量至少为 1，请填写。</translation>
  </message>
  <message>
   <source>Enter a quantity with three decimals at most, or 0.</source>
   <translation>请填写数量，最多三位小数，或填 0。</translation>
  </message>
  <message>
   <source>Enter an amount above zero.</source>
   <translation>请输入大于零的金额。</translation>
  </message>
  <message>
   <source>Enter how many copies are to be sealed, at least one.</source>
   <translation>请填写盖章份数，至少一份。</translation>
  </message>
  <message>
   <source>Enter how many months lie between two rents, from 1 to 12.</source>
   <translation>请填写每隔几个月付一次租金，1 到 12。</translation>
  </message>
  <message>
   <source>Enter one to six letters from A to Z, as BG.</source>
   <translation>请填 1～6 个英文字母，例如 BG。</translation>
  </message>
  <message>
   <source>Enter the amount that came in.</source>
   <translation>请填写到账金额。</translation>
  </message>
  <message>
   <source>Enter the day of this stage, or empty its other cells.</source>
   <translation>请填写该阶段的日期，或清空该行其他内容。</translation>
  </message>
  <message>
   <source>Enter the day on which the asset left; then gain or loss can be reckoned.</source>
   <translation>请先填写处置日期，才能计算处置损益。</translation>
  </message>
  <message>
   <source>Enter the name.</source>
   <translation>请填写姓名。</translation>
  </message>
  <message>
   <source>Enter the units of the whole life, above 0, and no month below 0.</source>
   <translation>总工作量须大于 0，各月工作量不能为负数，请更正。</translation>
  </message>
  <message>
   <source>Enter what will be typed to sign in.</source>
   <translation>请填写登录名。</translation>
  </message>
  <message>
   <source>Enter what your company is called, as it stands on its invoices.</source>
   <translation>请填写公司名称，与发票上一致。</translation>
  </message>
  <message>
   <source>Excel holds {most} rows at most. Filter the list, then export again.</source>
   <translation>Excel 最多 {most} 行。请先筛选再导出。</translation>
  </message>
  <message>
   <source>From {first} to {last} another limit holds for the same. End that one first, or use “Change from a day on”.</source>
   <translation>{first} 至 {last} 已有同样范围的标准。请先结束那一条，或者用“从某日起调整”。</translation>
  </message>
  <message>
   <source>Hours lie above 0 and up to 1,000. Correct them.</source>
   <translation>学时应大于 0 且不超过 1,000，请更正。</translation>
  </message>
  <message>
   <source>How {number} ended is not known yet. Set the result first.</source>
   <translation>{number} 尚无结果，请先登记结果。</translation>
  </message>
  <message>
   <source>In a year this comes to more than {most}. Lower the amount, or end it earlier.</source>
   <translation>全年合计超过 {most}。请减少金额，或提前截止月份。</translation>
  </message>
  <message>
   <source>In the policy of {city}, a ceiling is below its floor. Correct them.</source>
   <translation>{city}的政策中，有基数上限低于下限，请更正。</translation>
  </message>
  <message>
   <source>In the policy of {city}, a limit or fixed sum is below zero or has more than two decimals. Correct it.</source>
   <translation>{city}的政策中，有上下限或定额小于零，或超过两位小数，请更正。</translation>
  </message>
  <message>
   <source>In the policy of {city}, a rate is not between 0 and 100 %, or has more than four decimals. Correct it.</source>
   <translation>{city}的政策中，有费率不在 0 至 100% 之间，或超过四位小数，请更正。</translation>
  </message>
  <message>
   <source>In these days you decide for {name}. Ask {name} to name somebody else first.</source>
   <translation>这几天您是 {name} 的代理人。请先让 {name} 另外指定代理人。</translation>
  </message>
  <message>
   <source>In {city}, no policy would hold in {months}. Let one of them begin earlier or end later.</source>
   <translation>{city} 在 {months} 将没有适用的政策，请调整前后政策的起止月。</translation>
  </message>
  <message>
   <source>In {city}, two policies would hold in {months}. End the earlier one the month before.</source>
   <translation>{city} 在 {months} 有两套政策重叠，请将前一套的截止月改到上个月。</translation>
  </message>
  <message>
   <source>In “{name}” nothing was counted: every count is empty. Fill in the column 实盘数量.</source>
   <translation>“{name}”里没有盘点结果：实盘数量全为空。请填写“实盘数量”一列。</translation>
  </message>
  <message>
   <source>Interest on a housing loan and rent are not deducted in one month. End one before the other begins.</source>
   <translation>住房贷款利息和住房租金不能在同一月份同时扣除。请先截止其中一项。</translation>
  </message>
  <message>
   <source>Invoice {number} has no mark to take back. Reload the list.</source>
   <translation>发票 {number} 没有可撤销的标记，请刷新列表。</translation>
  </message>
  <message>
   <source>Invoice {number} is a red-letter invoice and cannot be claimed. Take it off.</source>
   <translation>发票 {number} 是红字发票，不能报销，请去掉。</translation>
  </message>
  <message>
   <source>Invoice {number} is in the store already. Use the one that is there.</source>
   <translation>发票 {number} 已在发票库中，请直接使用。</translation>
  </message>
  <message>
   <source>Invoice {number} is marked already. Take the mark back first.</source>
   <translation>发票 {number} 已有标记，请先撤销原标记。</translation>
  </message>
  <message>
   <source>Invoice {number} is on this claim already.</source>
   <translation>发票 {number} 已经在这张报销单上。</translation>
  </message>
  <message>
   <source>Invoice {number} is on {paper} already. Look at that paper.</source>
   <translation>发票 {number} 已在单据 {paper} 上，请查看该单据。</translation>
  </message>
  <message>
   <source>Invoice {number} is on {paper}. Take it off that paper first.</source>
   <translation>发票 {number} 在单据 {paper} 上，请先从该单据移除。</translation>
  </message>
  <message>
   <source>Invoice {number} was cancelled by its seller on {day}. Return the paper and take it off.</source>
   <translation>发票 {number} 已于 {day} 被销售方作废，请退回单据并移除该发票。</translation>
  </message>
  <message>
   <source>Invoice {number} was read without an amount. Enter the line yourself.</source>
   <translation>发票 {number} 没有读到金额，请自己填写这一行。</translation>
  </message>
  <message>
   <source>Invoice {number} was red-lettered by its seller on {day}. Return the paper and take it off.</source>
   <translation>发票 {number} 已于 {day} 被销售方红冲，请退回单据并移除该发票。</translation>
  </message>
  <message>
   <source>It arrives before it leaves. Correct the day or the hour.</source>
   <translation>到达早于出发，请更正日期或时间。</translation>
  </message>
  <message>
   <source>It cannot come back before it goes. Choose a later day.</source>
   <translation>归还日期不能早于借出日期，请另选。</translation>
  </message>
  <message>
   <source>It has been disposed of. Leave the row out.</source>
   <translation>该资产已处置，请跳过该行。</translation>
  </message>
  <message>
   <source>It has been renewed by {number} already. Open that one.</source>
   <translation>已换新证 {number}，请打开新证办理。</translation>
  </message>
  <message>
   <source>It has gone out at this cost since. Take back the later issues first, or count the article instead.</source>
   <translation>之后已按此成本出库。请先冲销后来的领用单，或改用盘点处理。</translation>
  </message>
  <message>
   <source>It is approved from {day} on. Hand it out then, or ask anew for earlier days.</source>
   <translation>批准的借用日期从 {day} 开始。请到期再借出，或另行申请更早的日期。</translation>
  </message>
  <message>
   <source>It is archived and stays as it is. What is still owed becomes a back payment.</source>
   <translation>已归档，不再变动；尚欠部分请另作补缴。</translation>
  </message>
  <message>
   <source>It is held for the pay of {month}, which lies after this day. Choose a later day.</source>
   <translation>该款从 {month} 工资扣还，日期早于该月，请选择更晚的日期。</translation>
  </message>
  <message>
   <source>It is leased out. Write 在用 or 闲置 in the table and enter its lease afterwards.</source>
   <translation>已出租。请在表中写“在用”或“闲置”，导入后再登记出租合同。</translation>
  </message>
  <message>
   <source>It is lent, but the table does not say who has it (借用人) and until when (应还日期). Add both, or write 在用 and lend it afterwards.</source>
   <translation>已借出，但表中没有写明借用人和应还日期。请补上这两列，或改写“在用”，导入后再办理借出。</translation>
  </message>
  <message>
   <source>It is let by {number} in these days. Choose other days, or end that lease first.</source>
   <translation>这段时间已由 {number} 出租。请改日期，或先结束那份租约。</translation>
  </message>
  <message>
   <source>It is not in the archive any more. Look at it again.</source>
   <translation>该证照已不在归档中，请刷新查看。</translation>
  </message>
  <message>
   <source>It is not marked as paid. Look again.</source>
   <translation>该笔尚未登记缴款，请刷新后再看。</translation>
  </message>
  <message>
   <source>It is too early for the sheet of {month}. Make it in the month before at the earliest.</source>
   <translation>现在做 {month} 的工资表太早，最早提前一个月。</translation>
  </message>
  <message>
   <source>It is {name}'s own paper. Choose somebody else.</source>
   <translation>这是 {name} 本人的单据，请选别人。</translation>
  </message>
  <message>
   <source>It may be kept until {day} at most. Take it back, and ask anew for a longer time.</source>
   <translation>最迟可延至 {day}。需要更久的，请先归还再重新申请。</translation>
  </message>
  <message>
   <source>It moved on {day} already, so it was bought on that day or before. Correct the day.</source>
   <translation>该资产 {day} 已有变动，购置日期不能晚于该日，请更正。</translation>
  </message>
  <message>
   <source>It renews a certificate of the kind {kind}. Keep that kind, or enter it as a new certificate.</source>
   <translation>被换证的证照种类是“{kind}”。请保持同一种类，或作为新证照登记。</translation>
  </message>
  <message>
   <source>It stands there already. Choose another place.</source>
   <translation>已经在那里了。请选择另一个地点。</translation>
  </message>
  <message>
   <source>It was approved until {day}. Ask anew for later days, then hand it out.</source>
   <translation>批准的借用期截至 {day}。请按新的日期重新申请后再借出。</translation>
  </message>
  <message>
   <source>It was counted on {day}, which closed the days before. Enter that day or a later one.</source>
   <translation>{day} 已盘点，之前的日期不能再记。请填当天或之后的日期。</translation>
  </message>
  <message>
   <source>It was handed out on {day}, so it cannot be back before. Correct the day.</source>
   <translation>该件于 {day} 借出，归还日期不能更早，请更正。</translation>
  </message>
  <message>
   <source>It was lodged later than that. Correct the day.</source>
   <translation>确认日期早于申报日期，请更正。</translation>
  </message>
  <message>
   <source>It was lodged on {day}, so no money came before. Correct the day.</source>
   <translation>送交日期是 {day}，到款不会更早。请更正日期。</translation>
  </message>
  <message>
   <source>It was lodged on {day}, so nobody answered before. Correct the day.</source>
   <translation>送交日期是 {day}，答复不会更早。请更正日期。</translation>
  </message>
  <message>
   <source>It was moved on {day}, after this count. Count it again, and enter that day or a later one.</source>
   <translation>{day} 在本次盘点之后又有出入库，请重新清点，日期填当天或之后。</translation>
  </message>
  <message>
   <source>It was paid on {day}. Enter a day from then on.</source>
   <translation>缴纳日期是 {day}，请填当日或之后的日期。</translation>
  </message>
  <message>
   <source>It was taken back by {slip} already. Write a new slip.</source>
   <translation>已由 {slip} 冲销，请新开单据。</translation>
  </message>
  <message>
   <source>It would be told of too late. Choose {day} at the latest, or mark it as handled.</source>
   <translation>推迟到那天就来不及了。最晚可推迟到 {day}；已办结的请标记为已处理。</translation>
  </message>
  <message>
   <source>It would end before it begins. Correct one of both days.</source>
   <translation>有效期止早于有效期起，请更正其中一个日期。</translation>
  </message>
  <message>
   <source>Its movements were written in {unit}. Keep it, and write a new article for another unit.</source>
   <translation>已有按“{unit}”记的出入库，单位不能改；换单位请新增一种物资。</translation>
  </message>
  <message>
   <source>Leg {leg} leaves before the one above it has arrived. Put the legs in their order.</source>
   <translation>第 {leg} 段在上一段到达之前出发，请按先后填写行程。</translation>
  </message>
  <message>
   <source>Line {other} deducts the same in these months. End it before this one begins, or remove one.</source>
   <translation>第 {other} 行在这些月份已扣除同一项目。请先截止该行，或删除其中一行。</translation>
  </message>
  <message>
   <source>Money is granted in subsidies only. Choose a subsidy.</source>
   <translation>只有补贴申报才登记批准和到账金额，请选择补贴事项。</translation>
  </message>
  <message>
   <source>Months follow one another. The next one is {month}.</source>
   <translation>折旧须按月连续计提，下一个月份是 {month}。</translation>
  </message>
  <message>
   <source>More cannot come in than was granted. Correct the amount, or the amount that was granted.</source>
   <translation>到账金额不能超过批准金额，请更正到账金额或批准金额。</translation>
  </message>
  <message>
   <source>More days were attended than the {days} paid days of the month. Correct them.</source>
   <translation>出勤天数多于当月计薪天数 {days}，请更正。</translation>
  </message>
  <message>
   <source>Name at least one paper, for example BX-2026-0412.</source>
   <translation>请至少给出一个单号，例如 BX-2026-0412。</translation>
  </message>
  <message>
   <source>Name one payroll sheet: its number, or its month as YYYY-MM.</source>
   <translation>请指定一张工资表：写编号，或月份 YYYY-MM。</translation>
  </message>
  <message>
   <source>Nights are a number from 1 on. Correct it, or leave it empty.</source>
   <translation>住宿晚数从 1 起，请更正，或留空。</translation>
  </message>
  <message>
   <source>No QR code and no bars were found in the picture. Take it closer and straight on, or type the number.</source>
   <translation>图片里没有找到二维码或条码。请靠近、正对标签再拍一张，或直接输入编号。</translation>
  </message>
  <message>
   <source>No account is chosen for: {names}. Choose them in the accounts mapping first.</source>
   <translation>尚未指定科目：{names}。请先在“科目对照”中选定。</translation>
  </message>
  <message>
   <source>No allowance is set for these days and cities. Ask a manager to enter it in Expense policies.</source>
   <translation>这些日期和城市没有补贴标准，请经理在报销制度中录入。</translation>
  </message>
  <message>
   <source>No amount can be reckoned for {names}. Enter the base, or the policy of the city, then reckon again.</source>
   <translation>无法计算{names}的金额。请补录缴费基数或参保地政策，再重新试算。</translation>
  </message>
  <message>
   <source>No approval rule fits this paper. Ask an administrator to add one, then submit again.</source>
   <translation>没有适用于这张单据的审批规则。请管理员添加后再提交。</translation>
  </message>
  <message>
   <source>No asset has the number or serial number “{text}”. Check whether it is in the register.</source>
   <translation>没有编号或序列号为“{text}”的资产，请核对是否已登记。</translation>
  </message>
  <message>
   <source>No bank can pay without these columns: {values}. Add them.</source>
   <translation>缺少银行付款必需的列：{values}。请补上。</translation>
  </message>
  <message>
   <source>No bank file was written for {number} yet. Write it first.</source>
   <translation>{number} 还没有生成银行文件。请先生成。</translation>
  </message>
  <message>
   <source>No bank opens a card without an identity number: {names}. Enter it in their personnel files.</source>
   <translation>缺证件号码，银行无法开卡：{names}。请在人事档案中补录。</translation>
  </message>
  <message>
   <source>No card is charged in this month. Enter cards with the day they were put into use, or remove the month.</source>
   <translation>本月没有需要计提的卡片。请录入卡片及启用日期，或删除该月。</translation>
  </message>
  <message>
   <source>No column is chosen. Tick at least one.</source>
   <translation>没有选任何列。请至少勾选一列。</translation>
  </message>
  <message>
   <source>No column is shown, so there is nothing to print. Show at least one.</source>
   <translation>没有显示任何列，无法打印。请至少显示一列。</translation>
  </message>
  <message>
   <source>No column of {name} is taken for “{value}”. Choose it at Columns.</source>
   <translation>{name} 中没有一列用作“{value}”。请在“列”中指定。</translation>
  </message>
  <message>
   <source>No component of the pay changes. Enter at least one.</source>
   <translation>没有填写任何薪资项目，请至少填写一项。</translation>
  </message>
  <message>
   <source>No contract was drafted for {number} yet. Draft it first.</source>
   <translation>{number} 尚未起草合同，请先起草合同。</translation>
  </message>
  <message>
   <source>No expense category is for allowances. Ask an administrator to say which one is.</source>
   <translation>没有用于出差补贴的费用类别，请管理员指定。</translation>
  </message>
  <message>
   <source>No invoice could be read from this file. Enter it yourself and attach the file.</source>
   <translation>无法从文件中读出发票。请手工填写并附上文件。</translation>
  </message>
  <message>
   <source>No item of the checklist has a file to pack. Choose certificates and contracts with scans, or add files.</source>
   <translation>清单中没有可打包的文件。请选用有扫描件的证照和合同，或添加文件。</translation>
  </message>
  <message>
   <source>No line of this batch waits for the bank. There is no file to write.</source>
   <translation>本批次没有待银行处理的明细，无需生成文件。</translation>
  </message>
  <message>
   <source>No more can be granted than was claimed. Lower the amount.</source>
   <translation>核定金额不能超过申请金额，请调低。</translation>
  </message>
  <message>
   <source>No more than {amount} of {number} can be accepted: that is what was lodged. Lower the amount.</source>
   <translation>{number} 送交金额为 {amount}，认可金额不能超过它。请改小。</translation>
  </message>
  <message>
   <source>No opening figures of {year} stand above. Enter them first.</source>
   <translation>上方没有 {year} 年的年初数。请先录入。</translation>
  </message>
  <message>
   <source>No payroll of {year} is here for {names}. Enter their average wages of that year, then submit.</source>
   <translation>{names} 在系统中没有 {year} 年的工资表。请先填写其该年度月均工资，再提交。</translation>
  </message>
  <message>
   <source>No planned rent is due in these days. What is overdue, and what came in, stays as it is.</source>
   <translation>这段日期内没有可调整的租金；已逾期和已收款的不变。</translation>
  </message>
  <message>
   <source>No policy of {city} is known for {month}. Enter the one of the local notice.</source>
   <translation>{city}在 {month} 没有缴费政策，请按当地通知录入。</translation>
  </message>
  <message>
   <source>No province. Name one for these rows above, or in the list.</source>
   <translation>没有省份。请在上方为这些行填写省份，或在清单中补上。</translation>
  </message>
  <message>
   <source>No rent is due in these days. Enter others.</source>
   <translation>这段日期内没有应收租金，请改日期。</translation>
  </message>
  <message>
   <source>No row can be taken over. Correct the table first.</source>
   <translation>没有可导入的行，请先更正表格。</translation>
  </message>
  <message>
   <source>No row of titles was found. One of the first 15 rows must name at least 项目名称 and one more of: {titles}.</source>
   <translation>没有找到标题行。前15行中应有一行写明“项目名称”，并至少再有以下一列：{titles}。</translation>
  </message>
  <message>
   <source>No rule “{name}” is known for {day}. Choose another day, or have the rules brought up to date.</source>
   <translation>{day} 没有适用的规则“{name}”，请另选日期，或更新规则。</translation>
  </message>
  <message>
   <source>No sheet of {month} takes a line any more. Enter it in {open}, as a correction of {month}.</source>
   <translation>{month} 的工资表已不再接受项目。请录入 {open}，作为对 {month} 的更正。</translation>
  </message>
  <message>
   <source>Nobody belongs on the sheet “{sheet}” of {month}. There is nothing to export.</source>
   <translation>{month} 没有人属于“{sheet}”表，无可导出的内容。</translation>
  </message>
  <message>
   <source>Nobody can decide at “{level}” ({place}). Ask an administrator to name somebody, then submit again.</source>
   <translation>“{level}”这一级没有可审批的人（{place}）。请管理员指定审批人后再提交。</translation>
  </message>
  <message>
   <source>Nobody could tell whose line is whose. Tick the name or the number.</source>
   <translation>看不出每行是谁的。请勾选“姓名”或“工号”。</translation>
  </message>
  <message>
   <source>Nobody decides on their own paper. Somebody else has to.</source>
   <translation>不能审批自己的单据，请由其他人审批。</translation>
  </message>
  <message>
   <source>Nobody has signed yet. Note who signed, then close the sheet.</source>
   <translation>还没有人签收。请先登记签收，再关单。</translation>
  </message>
  <message>
   <source>Nobody here is called {value}. Correct the name, or leave it empty.</source>
   <translation>没有名为“{value}”的员工，请更正或留空。</translation>
  </message>
  <message>
   <source>Nobody in {name} is in this remittance. Choose the bill of this fund and city.</source>
   <translation>{name} 中没有一人在本次汇缴内，请选择该险种、该参保地的账单。</translation>
  </message>
  <message>
   <source>Nobody is confirmed before they are hired. Correct the day.</source>
   <translation>转正日期早于入职日期，请更正。</translation>
  </message>
  <message>
   <source>Nobody is hired before they are born. Correct the birthday.</source>
   <translation>出生日期晚于入职日期，请更正。</translation>
  </message>
  <message>
   <source>Nobody is in it. Remove this draft.</source>
   <translation>没有人员，请删除此试算。</translation>
  </message>
  <message>
   <source>Nobody is insured in {month}. Let people join at Social insurance first.</source>
   <translation>{month} 没有参保人员，请先在“社保公积金”办理增员。</translation>
  </message>
  <message>
   <source>Nobody is insured with this fund in {city} in {month}. Choose another month or city.</source>
   <translation>{month} 在{city}没有该类参保人员，请另选月份或参保地。</translation>
  </message>
  <message>
   <source>Nobody is their own substitute. Choose somebody else.</source>
   <translation>不能指定自己代理，请选别人。</translation>
  </message>
  <message>
   <source>Nobody was insured with this fund in {city} in {month} and still is. Choose another city or month.</source>
   <translation>{month} 在{city}参保且仍在保的人员为零，请另选参保地或月份。</translation>
  </message>
  <message>
   <source>None of these notices is new: there is nothing to enter.</source>
   <translation>清单中没有新的信息，无需导入。</translation>
  </message>
  <message>
   <source>Not in hand: {names}. Tick them first, or say why they are handed in without.</source>
   <translation>尚未备齐：{names}。请先勾选，或说明缺件递交的原因。</translation>
  </message>
  <message>
   <source>Not insured there any more: {names}. Return the adjustment, collect the wages again, and submit it anew.</source>
   <translation>{names}已不在该地参保。请退回本次调整，重新取数后再提交。</translation>
  </message>
  <message>
   <source>Nothing can be filled in for {mark}. Use {marks}, or take it away.</source>
   <translation>{mark} 无法代入。请改用 {marks}，或删去它。</translation>
  </message>
  <message>
   <source>Nothing in {name} can be carried out for {number}. Look at the table, and settle what is left by hand.</source>
   <translation>{name} 中没有可用于 {number} 的记录。请查看表格，其余手工处理。</translation>
  </message>
  <message>
   <source>Nothing is on hand that tells the cost of the surplus. Enter the cost of one unit.</source>
   <translation>账面没有结存，无法得出盘盈成本，请填写单价。</translation>
  </message>
  <message>
   <source>Nothing is owed in {city} for the months before.</source>
   <translation>{city}以前月份没有应补金额。</translation>
  </message>
  <message>
   <source>Nothing is paid for this item in {month}.</source>
   <translation>{month} 未缴纳该险种。</translation>
  </message>
  <message>
   <source>Nothing is pasted yet. Copy the rows with their titles and paste them here with Ctrl+V.</source>
   <translation>还没有粘贴内容。请连同标题行一起复制，再按Ctrl+V粘贴到这里。</translation>
  </message>
  <message>
   <source>Nothing stands at this place. Choose another one.</source>
   <translation>该地点没有物资。请选择另一个地点。</translation>
  </message>
  <message>
   <source>Nothing was archived for {name} in these months. Choose other months.</source>
   <translation>{name}在所选月份没有已归档的缴费，请另选月份。</translation>
  </message>
  <message>
   <source>Nothing was counted yet. Scan the labels first.</source>
   <translation>还没有盘到任何资产，请先扫描标签。</translation>
  </message>
  <message>
   <source>Nothing was granted on {number}. Leave it out.</source>
   <translation>{number} 核准金额为零，请不要放入。</translation>
  </message>
  <message>
   <source>Nothing was read. Scan the label again.</source>
   <translation>没有读到内容，请重新扫描。</translation>
  </message>
  <message>
   <source>Nothing would be left in {number}. Cancel the batch instead.</source>
   <translation>移出后 {number} 就没有单据了。请改为取消批次。</translation>
  </message>
  <message>
   <source>Nothing would be left to pay. Return the paper instead.</source>
   <translation>核减后没有可付的金额。请改为退回。</translation>
  </message>
  <message>
   <source>Notice is given before the last day, {day}. Correct one of both.</source>
   <translation>通知日应在最后工作日 {day} 之前，请更正其中一个日期。</translation>
  </message>
  <message>
   <source>Notice was given {days} days before; the law asks for {needed} (Labour Contract Law, articles 37 and 40). Choose {day} or later, or say that both agreed or a month's pay is given instead.</source>
   <translation>仅提前 {days} 天通知，法定为 {needed} 天（劳动合同法第三十七条、第四十条）。最后工作日请选 {day} 或以后；双方同意缩短或支付代通知金的，请勾选。</translation>
  </message>
  <message>
   <source>Of what stood there on {day}, only {on_hand} were not needed since. Enter less, or a later day.</source>
   <translation>按 {day} 的库存及之后的出库，只能再出 {on_hand}。请减少数量，或改为较晚的日期。</translation>
  </message>
  <message>
   <source>Of {due} days due, {worked} are worked and {missed} are missed (personal, sick, absent): together more than are due. Correct one of them; work on days off belongs to the overtime.</source>
   <translation>应出勤 {due} 天，出勤 {worked} 天，缺勤（事假、病假、旷工）{missed} 天，合计超过应出勤。请更正其中一项；休息日上班请填在加班里。</translation>
  </message>
  <message>
   <source>One of the invoices was claimed by somebody else in the meantime. Reload the claim and look at its checks.</source>
   <translation>其中一张发票已被其他人报销。请刷新报销单并查看检查结果。</translation>
  </message>
  <message>
   <source>Only a unit value up to {limit} may be deducted at once. Switch it off or correct the cost.</source>
   <translation>单位价值不超过 {limit} 才能一次性扣除，请取消该选项或更正原值。</translation>
  </message>
  <message>
   <source>Only claims and payment requests come again by themselves. Choose one of both.</source>
   <translation>只有报销单和付款申请单可以设为周期单据，请选择其一。</translation>
  </message>
  <message>
   <source>Only vouchers are exported by month: leave --month away.</source>
   <translation>只有凭证可按月导出：请去掉 --month。</translation>
  </message>
  <message>
   <source>Only what is bought by {until} may be deducted at once. Switch it off or correct the day of purchase.</source>
   <translation>仅限 {until} 及以前购入的资产一次性扣除，请取消该选项或更正购入日期。</translation>
  </message>
  <message>
   <source>Only {available} of advance {number} are still open. Lower the offset.</source>
   <translation>借款 {number} 只剩 {available} 可冲销，请调低金额。</translation>
  </message>
  <message>
   <source>Only {left} are still to come for this rent. Enter the rest on the next one.</source>
   <translation>这期租金只差 {left}。其余请登记到下一期。</translation>
  </message>
  <message>
   <source>Only {left} are still to come. Receive no more than was asked for.</source>
   <translation>只剩 {left} 件未到，入库数量不能超过申请数量。</translation>
  </message>
  <message>
   <source>Only {left} is still out. Correct the amount.</source>
   <translation>未退金额只有 {left}，请更正。</translation>
  </message>
  <message>
   <source>Only {on_hand} are on hand. Enter less, or receive more first.</source>
   <translation>库存只有 {on_hand}，请减少数量或先入库。</translation>
  </message>
  <message>
   <source>Only {received} came in. No more can be taken back.</source>
   <translation>只到账 {received}，不能冲回更多。</translation>
  </message>
  <message>
   <source>Only {went_out} went out to the department itself. The rest is with {names}: name the person.</source>
   <translation>记在部门名下的只有 {went_out}，其余由 {names} 领用：请填退库人。</translation>
  </message>
  <message>
   <source>Only {went_out} went out to this person. The rest went to {department} itself: leave the person empty.</source>
   <translation>该人名下只领了 {went_out}，其余记在 {department} 名下：请不填退库人。</translation>
  </message>
  <message>
   <source>Only {went_out} went out. Enter no more than that.</source>
   <translation>当时只领用了 {went_out}，退回数量不能超过它。</translation>
  </message>
  <message>
   <source>Only {went_out} were out by {day}. Enter less, or the day it came back.</source>
   <translation>到 {day} 只领出 {went_out}，请减少数量，或改为实际退库日期。</translation>
  </message>
  <message>
   <source>Opening figures end with a month of {year}. Choose one.</source>
   <translation>年初数须截至 {year} 年的某个月，请选择。</translation>
  </message>
  <message>
   <source>Other records refer to this one, so it cannot be removed. Deactivate it instead.</source>
   <translation>有其他记录引用它，不能删除。请改为停用。</translation>
  </message>
  <message>
   <source>Paper {number} was paid and has no voucher number. Check the history before the month is bound.</source>
   <translation>单据 {number} 已付款但没有凭证号。装订前请查操作记录。</translation>
  </message>
  <message>
   <source>Papers of this month still wait for the bank ({count}): {numbers}. Confirm them or take them out first.</source>
   <translation>本月还有 {count} 张单据待银行确认：{numbers}。请先确认或移出。</translation>
  </message>
  <message>
   <source>Pay is not below zero. Enter zero to end a component.</source>
   <translation>薪资不能小于零；要停发某一项，请填 0。</translation>
  </message>
  <message>
   <source>Pay, attendance or other facts of {count} people changed since this sheet was reckoned. Take it back to the draft and have it reckoned again.</source>
   <translation>计算之后有 {count} 人的薪资、考勤或其他数据变了。请退回草稿并重新计算。</translation>
  </message>
  <message>
   <source>Payee and amount of a payment stay as they are. Take the paper out and put it into a new batch.</source>
   <translation>付款的收款人和金额不能修改。请移出该单据，放入新的批次。</translation>
  </message>
  <message>
   <source>People have signed for this article. Write another sheet for another article.</source>
   <translation>已有人签收该物资，换物资请另做一张表。</translation>
  </message>
  <message>
   <source>People, bases or policies have changed since this was reckoned. Reckon again, look at it, then archive it.</source>
   <translation>试算后人员、基数或政策有变动。请重新试算、核对后再归档。</translation>
  </message>
  <message>
   <source>Probation ends after the day of hire, {day}. Correct one of both.</source>
   <translation>试用期应在入职日 {day} 之后结束，请更正其中一个日期。</translation>
  </message>
  <message>
   <source>Proceeds and fees cannot be below zero. Enter 0 when there were none.</source>
   <translation>收入和税费不能为负数，没有请填 0。</translation>
  </message>
  <message>
   <source>Project {number} is closed. Choose another one, or have it opened again.</source>
   <translation>项目 {number} 已结束。请选择其他项目，或重新打开它。</translation>
  </message>
  <message>
   <source>Reading this file took too long and was stopped. Enter the invoice yourself and attach the file.</source>
   <translation>读取文件超时，已停止。请手工填写发票并附上文件。</translation>
  </message>
  <message>
   <source>Reading was stopped. Add the file again when you like.</source>
   <translation>已停止读取。需要时请重新添加文件。</translation>
  </message>
  <message>
   <source>Reading “{name}” took too long. Cut the picture down to the label.</source>
   <translation>识别“{name}”超时，请把图片裁剪到标签部分再试。</translation>
  </message>
  <message>
   <source>Reminders are days before the end, from 1 to {most}, for example 180, 90, 60, 30, 7. Correct them.</source>
   <translation>提醒天数为到期前的天数，从 1 到 {most}，例如 180、90、60、30、7。请更正。</translation>
  </message>
  <message>
   <source>Rents were due or came in already. Keep it, or end this lease and write a new one.</source>
   <translation>已有到期或已收的租金，收租周期不能改；需要改请结束本租约另签。</translation>
  </message>
  <message>
   <source>Repayment {number} is not as it stands on this sheet any more. Clear that up before you note the payment.</source>
   <translation>还款单 {number} 与工资表上的已不一致。请先弄清楚，再登记发放。</translation>
  </message>
  <message>
   <source>Row {row} belongs to another stock-take ({number}). Import it there.</source>
   <translation>第 {row} 行属于另一张盘点单（{number}），请到那张单里导入。</translation>
  </message>
  <message>
   <source>Row {row} has {cells} cells for {columns} columns. Reload the list, then print again.</source>
   <translation>第 {row} 行有 {cells} 个单元格，而表有 {columns} 列。请刷新后重新打印。</translation>
  </message>
  <message>
   <source>Rows of {table} refer to something that is not there. Restore the last backup.</source>
   <translation>{table} 中有记录指向不存在的内容。请恢复最近的备份。</translation>
  </message>
  <message>
   <source>Say how much of the cost goes with it; more than zero.</source>
   <translation>请填写拆出部分的原值，须大于零。</translation>
  </message>
  <message>
   <source>Say to whom it is issued: a person or a department.</source>
   <translation>请填写领用人或领用部门。</translation>
  </message>
  <message>
   <source>Say up to which month the opening figures count.</source>
   <translation>请填写年初数截至的月份。</translation>
  </message>
  <message>
   <source>Say what is taken off.</source>
   <translation>请填写拆出的部分。</translation>
  </message>
  <message>
   <source>Say what is wrong with {name}, so that it can be mended.</source>
   <translation>请说明{name}有什么问题，以便补正。</translation>
  </message>
  <message>
   <source>Say where it goes: a person, a department or a place.</source>
   <translation>请填写调往的人员、部门或地点。</translation>
  </message>
  <message>
   <source>Say who borrows it: a colleague or somebody outside, one of the two.</source>
   <translation>请填写借用人：本公司同事或外单位，二者选一。</translation>
  </message>
  <message>
   <source>Say who is to be paid: choose a payee, or type its name, bank and account.</source>
   <translation>请说明付给谁：选择收款单位，或填写户名、开户行和账号。</translation>
  </message>
  <message>
   <source>Say who you are with --user, and give the password in OPSDESK_PASSWORD or at the terminal.</source>
   <translation>请用 --user 说明您是谁，并在 OPSDESK_PASSWORD 或终端中给出密码。</translation>
  </message>
  <message>
   <source>Say why it ends here.</source>
   <translation>请填写原因。</translation>
  </message>
  <message>
   <source>Say why it is dropped: somebody will find it again next week.</source>
   <translation>请填写放弃原因：下周可能又有人找到这条信息。</translation>
  </message>
  <message>
   <source>Say why it is left out this time.</source>
   <translation>请说明本期为什么跳过。</translation>
  </message>
  <message>
   <source>Say why less of {number} was accepted.</source>
   <translation>请说明 {number} 为什么没有全额认可。</translation>
  </message>
  <message>
   <source>Say why the month is opened again.</source>
   <translation>请写明重新打开的原因。</translation>
  </message>
  <message>
   <source>Say why the paper is voided.</source>
   <translation>请写明作废原因。</translation>
  </message>
  <message>
   <source>Say why the step is taken back.</source>
   <translation>请说明为什么退回上一步。</translation>
  </message>
  <message>
   <source>Say why you grant less.</source>
   <translation>请写明核减的原因。</translation>
  </message>
  <message>
   <source>Say why you return it, so that it can be mended.</source>
   <translation>请写明退回原因，方便对方修改。</translation>
  </message>
  <message>
   <source>Say why, in a few words.</source>
   <translation>请简要写明原因。</translation>
  </message>
  <message>
   <source>Select a card first.</source>
   <translation>请先选择卡片。</translation>
  </message>
  <message>
   <source>Select two cards or more to put them together.</source>
   <translation>请选择两张以上卡片再合并。</translation>
  </message>
  <message>
   <source>Several people are called {value}. Write the employee number instead.</source>
   <translation>有多名员工叫“{value}”，请改填工号。</translation>
  </message>
  <message>
   <source>Severance needs last year's local average wage. Enter it in the pay settings.</source>
   <translation>离职补偿金需要上年当地职工平均工资。请在工资参数中填写。</translation>
  </message>
  <message>
   <source>Some of it came back on {slip}. Take that slip back first.</source>
   <translation>其中一部分已由 {slip} 退库，请先冲销该退库单。</translation>
  </message>
  <message>
   <source>Somebody else has changed this meanwhile. Reload it and look at what they changed.</source>
   <translation>其他人刚刚修改过它。请刷新，看看改了什么。</translation>
  </message>
  <message>
   <source>Somebody else must take over. Choose another colleague.</source>
   <translation>不能交接给本人，请选择其他同事。</translation>
  </message>
  <message>
   <source>Somebody has settled this date meanwhile. Look at the list again.</source>
   <translation>这个日期已由他人处理，请刷新列表。</translation>
  </message>
  <message>
   <source>Somebody has to stay administrator. Give the role to somebody else first.</source>
   <translation>必须保留一位管理员。请先把角色交给其他人。</translation>
  </message>
  <message>
   <source>Somebody joins at most three months ahead. Choose {month} or an earlier month.</source>
   <translation>增员最多提前三个月。请选择 {month} 或更早的月份。</translation>
  </message>
  <message>
   <source>Something must stay on the card. Take less off.</source>
   <translation>原卡片须有剩余，请少拆一些。</translation>
  </message>
  <message>
   <source>Something was counted already: day and scope stay. Give this one up and plan another.</source>
   <translation>已经开始盘点，日期和范围不能再改。请作废本单后另建。</translation>
  </message>
  <message>
   <source>Take one piece or more off.</source>
   <translation>拆出数量至少为 1。</translation>
  </message>
  <message>
   <source>Tax is reckoned over the months of one year, in order and each once. Check the months.</source>
   <translation>计税月份应属于同一年、按先后排列且不重复，请检查月份。</translation>
  </message>
  <message>
   <source>That day is still to come. Enter the day it happened.</source>
   <translation>该日期还没到，请填写实际发生的日期。</translation>
  </message>
  <message>
   <source>That day is still to come. Enter the day it was done.</source>
   <translation>该日期尚未到来，请填写实际办理日期。</translation>
  </message>
  <message>
   <source>That day is still to come. Enter the day the money went out.</source>
   <translation>该日期尚未到，请填写实际缴款日期。</translation>
  </message>
  <message>
   <source>That is before the lease began. Enter a later day.</source>
   <translation>早于租期开始。请填写更晚的日期。</translation>
  </message>
  <message>
   <source>That is before {day}. Correct the day.</source>
   <translation>早于 {day}，请更正日期。</translation>
  </message>
  <message>
   <source>That is the base of {name} already. Enter the new one.</source>
   <translation>这已是 {name} 的现行基数，请填写新的基数。</translation>
  </message>
  <message>
   <source>That makes more than {most} rents. Enter an earlier end, or rents due less often.</source>
   <translation>租金将超过 {most} 期。请提前结束日，或减少付租次数。</translation>
  </message>
  <message>
   <source>The adjustment of {city} from {month} is there already. Open it, or choose another month.</source>
   <translation>{city}自 {month} 起的基数调整已存在，请直接打开，或另选月份。</translation>
  </message>
  <message>
   <source>The advance is due before the day of the paper. Choose a later day.</source>
   <translation>还款日期早于单据日期，请选择更晚的日期。</translation>
  </message>
  <message>
   <source>The advance was paid on {day}, so nothing came back before. Choose a later day.</source>
   <translation>借款于 {day} 付出，还款不会更早，请选择更晚的日期。</translation>
  </message>
  <message>
   <source>The amount cannot be below zero. Enter 0 or more.</source>
   <translation>金额不能小于零。请填写 0 或更大的数。</translation>
  </message>
  <message>
   <source>The amount is not a number. Enter it again.</source>
   <translation>金额不是数字，请重新输入。</translation>
  </message>
  <message>
   <source>The amount is too large. Check it, or split the paper.</source>
   <translation>金额过大。请核对，或拆分单据。</translation>
  </message>
  <message>
   <source>The amount is too large. Check it.</source>
   <translation>金额过大，请核对。</translation>
  </message>
  <message>
   <source>The amount is too large. Check quantity and price.</source>
   <translation>金额过大，请核对数量和单价。</translation>
  </message>
  <message>
   <source>The amount is too large. The largest is 999,999,999,999.99.</source>
   <translation>金额过大，最大为 999,999,999,999.99。</translation>
  </message>
  <message>
   <source>The amount is zero. Enter an amount, or remove the line.</source>
   <translation>金额为零。请填写金额，或删除该行。</translation>
  </message>
  <message>
   <source>The amount must be zero or more. Correct it.</source>
   <translation>金额必须大于或等于零，请更正。</translation>
  </message>
  <message>
   <source>The amount must not be negative. Correct it.</source>
   <translation>金额不能为负数，请更正。</translation>
  </message>
  <message>
   <source>The amount to be taxed must not be below zero. Correct it.</source>
   <translation>计税金额不能小于零，请更正。</translation>
  </message>
  <message>
   <source>The asset was bought on {bought} and cannot be put into use before. Correct one of the days.</source>
   <translation>资产于 {bought} 购入，启用日期不能早于购入日期，请更正。</translation>
  </message>
  <message>
   <source>The asset was bought on {bought} and cannot leave before. Correct one of the days.</source>
   <translation>资产于 {bought} 购入，处置日期不能早于购入日期，请更正。</translation>
  </message>
  <message>
   <source>The attachment {name} is missing. Restore it from a backup.</source>
   <translation>缺少附件 {name}。请从备份中恢复。</translation>
  </message>
  <message>
   <source>The attachment {name} was changed outside OpsDesk. Restore it from a backup.</source>
   <translation>附件 {name} 在运营台之外被改动过。请从备份中恢复。</translation>
  </message>
  <message>
   <source>The backup was made but did not pass its check ({detail}), so it was thrown away. Check the disk, then try again.</source>
   <translation>备份没有通过校验（{detail}），已丢弃。请检查磁盘后重试。</translation>
  </message>
  <message>
   <source>The backup {file} was changed after it was made. Choose another one.</source>
   <translation>备份 {file} 生成后被改动过，请选择其他备份。</translation>
  </message>
  <message>
   <source>The bank file of {number} is written, and the bank may pay it. Take the file back first if the bank did not take it.</source>
   <translation>{number} 已生成银行代发文件，银行可能会付款。如银行未受理，请先收回文件。</translation>
  </message>
  <message>
   <source>The bank file of {number} was written already. Save that one again, or take it back first if the bank did not accept it.</source>
   <translation>{number} 的银行文件已经生成。请再次保存原文件；若银行未受理，请先收回再重新生成。</translation>
  </message>
  <message>
   <source>The bank has answered for {number} already. Settle its lines instead.</source>
   <translation>银行已对 {number} 作出回复。请逐笔处理明细。</translation>
  </message>
  <message>
   <source>The bank paid {number}, but the paper does not say so. Restore the last backup that was in order.</source>
   <translation>银行已支付 {number}，但单据未标记已付。请恢复最近一次正常的备份。</translation>
  </message>
  <message>
   <source>The bids cannot be opened before the deadline of {deadline}. Correct the day or the time.</source>
   <translation>开标不能早于投标截止（{deadline}），请更正日期或时间。</translation>
  </message>
  <message>
   <source>The bundle could not be put together: the disk for temporary files may be full. Make room and try again.</source>
   <translation>凭证册无法合成：临时文件所在磁盘可能已满。请腾出空间后重试。</translation>
  </message>
  <message>
   <source>The category {name} is out of use. Choose another one in the recurring paper first.</source>
   <translation>费用类别“{name}”已停用。请先在周期单据里换一个。</translation>
  </message>
  <message>
   <source>The claim has no lines. Add one, or drop an invoice here.</source>
   <translation>报销单没有明细。请添加一行，或把发票拖到这里。</translation>
  </message>
  <message>
   <source>The code is one to eight capital letters or digits, such as DZ. Correct it.</source>
   <translation>代码为 1 至 8 位大写字母或数字，如 DZ，请更正。</translation>
  </message>
  <message>
   <source>The contract begins on {day}. The last day is not before it.</source>
   <translation>合同自 {day} 起，最后一天不能早于该日。</translation>
  </message>
  <message>
   <source>The contract of this bid is signed. Empty the day its stage Contract was done on first.</source>
   <translation>该投标已签合同。请先清除“合同”阶段的完成日期。</translation>
  </message>
  <message>
   <source>The cost cannot be below zero. Enter the amount on the invoice.</source>
   <translation>原值不能小于零，请按发票金额填写。</translation>
  </message>
  <message>
   <source>The cut-off day is a day of the month from 1 to 31, or empty. Correct it.</source>
   <translation>截止日应为 1 至 31 日或留空，请更正。</translation>
  </message>
  <message>
   <source>The data folder is read-only and nothing was saved. Allow writing there, then try again.</source>
   <translation>数据文件夹是只读的，没有保存任何内容。请允许写入后重试。</translation>
  </message>
  <message>
   <source>The database could not be upgraded ({tables}) and was left as it was. Send the log to whoever looks after OpsDesk.</source>
   <translation>数据库升级失败（{tables}），已保持原样。请把日志发给管理员。</translation>
  </message>
  <message>
   <source>The database file is damaged ({detail}). Restore the last backup.</source>
   <translation>数据库文件已损坏（{detail}）。请恢复最近的备份。</translation>
  </message>
  <message>
   <source>The database file is damaged. Nothing more was written. Restore the last backup.</source>
   <translation>数据库文件已损坏，没有再写入任何内容。请恢复最近的备份。</translation>
  </message>
  <message>
   <source>The database is busy with another change. Wait a moment and try again.</source>
   <translation>数据库正在处理另一项更改，请稍候重试。</translation>
  </message>
  <message>
   <source>The database refused a value ({rule}). Check what was entered.</source>
   <translation>数据库拒绝了一个值（{rule}），请检查输入。</translation>
  </message>
  <message>
   <source>The database server does not answer. Check the network, then try again.</source>
   <translation>数据库服务器没有响应。请检查网络后重试。</translation>
  </message>
  <message>
   <source>The day is still to come. Enter the day on which it left, today at the latest.</source>
   <translation>处置日期不能晚于今天，请填写实际处置日期。</translation>
  </message>
  <message>
   <source>The day it is due back is too early. Choose a later one.</source>
   <translation>应还日期过早，请选择更晚的日期。</translation>
  </message>
  <message>
   <source>The day of payment is in the future. Enter the day the money left.</source>
   <translation>付款日期在将来。请填写实际付款的日期。</translation>
  </message>
  <message>
   <source>The day of payment is still to come. Correct it.</source>
   <translation>发放日期还没到。请改正。</translation>
  </message>
  <message>
   <source>The days are zero or more. Correct them.</source>
   <translation>天数不能为负，请更正。</translation>
  </message>
  <message>
   <source>The decimals of round at place {position} are a whole number from 0 to {most}. Correct it.</source>
   <translation>第 {position} 位 round 的小数位数应为 0 至 {most} 的整数，请更正。</translation>
  </message>
  <message>
   <source>The department {name} is out of use. Choose another one in the recurring paper first.</source>
   <translation>部门“{name}”已停用。请先在周期单据里换一个。</translation>
  </message>
  <message>
   <source>The deposit is {deposit}, of which {held} came in. Enter no more than the rest.</source>
   <translation>约定押金 {deposit}，已收 {held}，请不要超过余下的数。</translation>
  </message>
  <message>
   <source>The deposit was asked for already ({state}). Change it on the page of deposits, or void its payment request first.</source>
   <translation>保证金已进入流程（{state}）。请在保证金页处理，或先作废其付款申请单。</translation>
  </message>
  <message>
   <source>The disk is full and nothing was saved. Free some space, then try again.</source>
   <translation>磁盘已满，没有保存任何内容。请清理空间后重试。</translation>
  </message>
  <message>
   <source>The disk is full, so {path} was not written. Free some space, or choose another disk.</source>
   <translation>磁盘已满，{path} 未写入。请您清理空间，或换一个磁盘。</translation>
  </message>
  <message>
   <source>The disk or the network did not give this file. Copy it to this computer, then add it again.</source>
   <translation>磁盘或网络无法读取此文件。请您先复制到本机，再重新添加。</translation>
  </message>
  <message>
   <source>The disk reported an error and nothing was saved. Check the disk, then try again.</source>
   <translation>磁盘出错，没有保存任何内容。请检查磁盘后重试。</translation>
  </message>
  <message>
   <source>The duty “{name}” has the code of another one. Take its row out and enter it anew.</source>
   <translation>义务“{name}”与另一项的代码相同。请删除该行后重新填写。</translation>
  </message>
  <message>
   <source>The duty “{name}” is not complete. A period needs two days such as 01-01 and 06-30 in this order; an anniversary needs its months.</source>
   <translation>年度义务“{name}”不完整：固定期间需先后填写两个月日（如 01-01、06-30），周年义务需填写间隔月数。</translation>
  </message>
  <message>
   <source>The end of the history is missing: it should reach entry {seq}. Compare it with a backup.</source>
   <translation>操作记录的末尾缺失：应到第 {seq} 条。请与备份对比。</translation>
  </message>
  <message>
   <source>The file {name} cannot be read. Check that it exists and that you may open it.</source>
   <translation>无法读取文件 {name}。请确认文件存在且您有权打开。</translation>
  </message>
  <message>
   <source>The file {name} is empty. Choose another one.</source>
   <translation>文件 {name} 是空的，请选择其他文件。</translation>
  </message>
  <message>
   <source>The file {name} is larger than {largest_mb} MB. Make it smaller, then attach it again.</source>
   <translation>文件 {name} 超过 {largest_mb} MB。请压缩后再添加。</translation>
  </message>
  <message>
   <source>The file {name} is missing from the attachments folder. Restore it from a backup.</source>
   <translation>附件文件夹中缺少文件 {name}，请从备份中恢复。</translation>
  </message>
  <message>
   <source>The filter's value does not suit its column. Choose it again.</source>
   <translation>筛选值与该列不符，请重新选择。</translation>
  </message>
  <message>
   <source>The folder {folder} cannot be opened. Check that it exists and that you may write in it.</source>
   <translation>无法打开文件夹 {folder}。请确认它存在且您有写入权限。</translation>
  </message>
  <message>
   <source>The formula breaks off at place {position}: something is missing there. Complete it.</source>
   <translation>公式在第 {position} 位中断，缺少内容，请补全。</translation>
  </message>
  <message>
   <source>The formula cannot be read at place {position}: “{found}” does not belong there. Correct it.</source>
   <translation>公式第 {position} 位无法识别：“{found}”不应出现在此处，请更正。</translation>
  </message>
  <message>
   <source>The formula divides by zero. Check the values it divides by.</source>
   <translation>公式中出现除以零，请检查作除数的值。</translation>
  </message>
  <message>
   <source>The formula gives a number that is too large. Check its values.</source>
   <translation>公式算出的数过大，请检查各项的值。</translation>
  </message>
  <message>
   <source>The formula has more than {most} brackets inside one another. Split it into two components.</source>
   <translation>公式的括号嵌套超过 {most} 层，请拆成两个项目。</translation>
  </message>
  <message>
   <source>The formula is empty. Write one, such as 基本工资 × 0.1.</source>
   <translation>公式为空，请填写，例如：基本工资 × 0.1。</translation>
  </message>
  <message>
   <source>The formula is longer than {most} signs. Split it into two components.</source>
   <translation>公式超过 {most} 个字符，请拆成两个项目。</translation>
  </message>
  <message>
   <source>The formula of {component} cannot be reckoned for {person}. Correct it at Pay components.</source>
   <translation>“{component}”的公式无法计算（{person}）。请到“薪资项目”中改正。</translation>
  </message>
  <message>
   <source>The formula uses {name}, and there is no component of that name. Correct it, or add the component.</source>
   <translation>公式用到 {name}，但没有这个名称的项目，请更正公式，或添加该项目。</translation>
  </message>
  <message>
   <source>The heading “{title}” is too long for a column. Use {most} signs at most.</source>
   <translation>列名“{title}”太长。请控制在 {most} 个字以内。</translation>
  </message>
  <message>
   <source>The history cannot be changed. Nothing was saved.</source>
   <translation>操作记录不能修改，没有保存任何内容。</translation>
  </message>
  <message>
   <source>The history was changed outside OpsDesk, first at entry {seq}. Compare it with a backup.</source>
   <translation>操作记录在运营台之外被改动过，从第 {seq} 条开始。请与备份对比。</translation>
  </message>
  <message>
   <source>The history was written by somebody else in the same moment. Try again.</source>
   <translation>同一时刻有其他人写入了操作记录，请重试。</translation>
  </message>
  <message>
   <source>The invoice is due before the day of the paper. Choose a later day.</source>
   <translation>补票日期早于单据日期，请选择更晚的日期。</translation>
  </message>
  <message>
   <source>The invoice reader could not be started. Start OpsDesk again; if that does not help, reinstall it.</source>
   <translation>无法启动发票读取程序。请重启运营台；仍不行请重新安装。</translation>
  </message>
  <message>
   <source>The invoice was issued on {day} only. Enter that day or a later one.</source>
   <translation>该发票 {day} 才开具，请填写当天或之后的日期。</translation>
  </message>
  <message>
   <source>The items come to {items}, but {whole} stands in the line of the year. Make them equal.</source>
   <translation>各项合计为 {items}，年度一行中填的是 {whole}。请改为一致。</translation>
  </message>
  <message>
   <source>The itinerary has {legs} legs, and this line names another one. Choose its leg again.</source>
   <translation>行程共 {legs} 段，本行所选的一段不存在，请重新选择。</translation>
  </message>
  <message>
   <source>The last day is before the first one ({hired_on}). Correct the days.</source>
   <translation>离职日期早于入职日期（{hired_on}），请更正。</translation>
  </message>
  <message>
   <source>The last day is before the first one. Correct the days.</source>
   <translation>结束日期早于开始日期，请更正。</translation>
  </message>
  <message>
   <source>The last day lies before the day of hire, {day}. Correct it.</source>
   <translation>最后工作日早于入职日 {day}，请更正。</translation>
  </message>
  <message>
   <source>The last day lies before the first one. Correct one of the days.</source>
   <translation>截止日期早于开始日期，请更正。</translation>
  </message>
  <message>
   <source>The last month is before the first one. Correct the months.</source>
   <translation>截止月早于起始月，请更正。</translation>
  </message>
  <message>
   <source>The lease begins on {day}. Enter that day or a later one, or change its first day.</source>
   <translation>租期从 {day} 开始，请填当天或之后的日期，或先改起租日。</translation>
  </message>
  <message>
   <source>The lease ends before it begins. Enter a later day.</source>
   <translation>租期结束早于开始。请填写更晚的日期。</translation>
  </message>
  <message>
   <source>The life is 1 to {longest} months. Enter how long the asset will be used.</source>
   <translation>使用年限须为 1 至 {longest} 个月，请填写预计使用月数。</translation>
  </message>
  <message>
   <source>The limit holds from {day} on, so the change must begin later. Choose a later day, or correct the limit itself.</source>
   <translation>这条标准从 {day} 起执行，调整要从更晚的日期开始。请选更晚的日期，或者直接修改这条标准。</translation>
  </message>
  <message>
   <source>The lines of payroll sheet {number} do not add up to it. Restore the last backup that was in order.</source>
   <translation>工资表 {number} 的明细与合计不符。请恢复到最近一次正常的备份。</translation>
  </message>
  <message>
   <source>The lines of {number} do not add up to its amount. Compare it with a backup.</source>
   <translation>{number} 的明细合计与金额不符。请与备份对比。</translation>
  </message>
  <message>
   <source>The list adds up to {listed}, the papers to {papers}. Nothing was written: check the history.</source>
   <translation>目录合计 {listed}，单据合计 {papers}，两者不符。未写出文件，请查操作记录。</translation>
  </message>
  <message>
   <source>The list cannot be sorted by this column. Choose another one.</source>
   <translation>不能按这一列排序，请选择其他列。</translation>
  </message>
  <message>
   <source>The list is empty. Enter at least one card or item.</source>
   <translation>名单是空的，请至少填写一张卡或一个项目。</translation>
  </message>
  <message>
   <source>The money for {number} is there, so the file {name} stays with it. Take that step back first, or add the right file beside this one.</source>
   <translation>{number} 已到款，附件 {name} 不能移除。请先退回上一步，或另外添加正确的附件。</translation>
  </message>
  <message>
   <source>The months already charged are fewer than the life of {months} months, unless everything was charged. Correct the months, the residual or the opening depreciation.</source>
   <translation>已提月数须小于使用年限 {months} 个月（已提足折旧的除外），请更正已提月数、残值或期初累计折旧。</translation>
  </message>
  <message>
   <source>The name or the password is wrong. Try again.</source>
   <translation>用户名或密码错误，请重试。</translation>
  </message>
  <message>
   <source>The next check comes after this one. Choose a later day, or leave it empty for a year later.</source>
   <translation>下次体检须晚于本次。请改日期；留空则为一年后。</translation>
  </message>
  <message>
   <source>The next one is for {day}. Make it from {first} on, or change the next day.</source>
   <translation>下一期是 {day}，从 {first} 起可以生成；也可以修改下期日期。</translation>
  </message>
  <message>
   <source>The number belongs to {value} here. Correct number or name.</source>
   <translation>该工号在系统中属于{value}，请更正工号或姓名。</translation>
  </message>
  <message>
   <source>The number must be zero or more. Correct it.</source>
   <translation>不能为负数，请更正。</translation>
  </message>
  <message>
   <source>The offset is too far: {farthest} mm at most. Make it smaller.</source>
   <translation>偏移过大，最多 {farthest} 毫米，请调小。</translation>
  </message>
  <message>
   <source>The offsets of {number} do not add up. Compare it with a backup.</source>
   <translation>{number} 的冲销合计不符。请与备份对比。</translation>
  </message>
  <message>
   <source>The opening depreciation lies between 0 and {most}, and needs the months it was charged in.</source>
   <translation>期初累计折旧须在 0 至 {most} 之间，并填写已提月数。</translation>
  </message>
  <message>
   <source>The packet was made on {day}, so it was lodged then or later. Correct the day.</source>
   <translation>送审包建于 {day}，送交不会更早。请更正日期。</translation>
  </message>
  <message>
   <source>The paper for {day} was made already: {number}. Set the next day to a later month.</source>
   <translation>{day} 这一期的单据已经生成：{number}。请把下期日期改到以后的月份。</translation>
  </message>
  <message>
   <source>The paper has been submitted, so its files stay with it. Withdraw it first, or add the right file beside this one.</source>
   <translation>单据已提交，附件不能移除。请先撤回单据，或另外添加正确的文件。</translation>
  </message>
  <message>
   <source>The paper is not in the right state for this: {state}. Look again.</source>
   <translation>单据当前状态不能这样操作（{state}），请刷新后再试。</translation>
  </message>
  <message>
   <source>The paper is too large: {largest} mm at most on each side.</source>
   <translation>纸张过大，每边最多 {largest} 毫米。</translation>
  </message>
  <message>
   <source>The paper was submitted on {day}, so it cannot have been paid before. Correct the day.</source>
   <translation>单据 {day} 才提交，不可能更早付款。请更正日期。</translation>
  </message>
  <message>
   <source>The paper {number} says that {name} joins. Delete or withdraw it first.</source>
   <translation>{name}已有入职单 {number}，请先删除或撤回。</translation>
  </message>
  <message>
   <source>The papers were handed in on {day} already. Take them back first.</source>
   <translation>资料已于 {day} 递交，请先标记为退回。</translation>
  </message>
  <message>
   <source>The password must not be the sign-in name. Choose another one.</source>
   <translation>密码不能与登录名相同，请换一个。</translation>
  </message>
  <message>
   <source>The password needs at least {shortest} characters. Make it longer.</source>
   <translation>密码至少 {shortest} 位，请加长。</translation>
  </message>
  <message>
   <source>The pay of {month} was settled already. Let the rate begin later, or enter a correction in the open month.</source>
   <translation>{month} 的工资已结。请把生效日期改晚，或在未结月份录入更正。</translation>
  </message>
  <message>
   <source>The payee {name} is out of use. Choose another one in the recurring paper first.</source>
   <translation>收款单位“{name}”已停用。请先在周期单据里换一个。</translation>
  </message>
  <message>
   <source>The payee {name} is out of use. Choose another one.</source>
   <translation>收款单位 {name} 已停用，请另选。</translation>
  </message>
  <message>
   <source>The person was hired on {day}. Enter that day or a later one.</source>
   <translation>该员工 {day} 入职，请填当天或之后的日期。</translation>
  </message>
  <message>
   <source>The policies of {city} leave out {month}. Let one of them hold in it.</source>
   <translation>{city}的政策未覆盖 {month}，请让其中一条在该月生效。</translation>
  </message>
  <message>
   <source>The policy of {city} ends before it begins. Correct its months.</source>
   <translation>{city}的政策终止月早于起始月，请更正起止月份。</translation>
  </message>
  <message>
   <source>The policy of {city} has an item twice. Remove one of the two.</source>
   <translation>{city}的政策中险种重复，请去掉其中一个。</translation>
  </message>
  <message>
   <source>The position is a number from 0 on. Correct it.</source>
   <translation>顺序必须是从 0 开始的数字，请更正。</translation>
  </message>
  <message>
   <source>The post from {day} comes from a personnel paper. Reverse that paper instead.</source>
   <translation>{day} 起的任职由人事单据产生，请通过单据更正。</translation>
  </message>
  <message>
   <source>The program itself works with {name}. Rename it if you like, but code, kind and effect stay.</source>
   <translation>程序要用到“{name}”，可以改名，但代码、类型和作用不能改。</translation>
  </message>
  <message>
   <source>The program looks this up by itself. Settle it where it stands.</source>
   <translation>此项由程序自动核对，请到相应的地方办结。</translation>
  </message>
  <message>
   <source>The project ends before it starts ({started_on}). Correct the days.</source>
   <translation>项目结束早于开始（{started_on}），请更正日期。</translation>
  </message>
  <message>
   <source>The project {name} is closed. Choose another one in the recurring paper first.</source>
   <translation>项目“{name}”已结束。请先在周期单据里换一个。</translation>
  </message>
  <message>
   <source>The quantity was signed for on {day}. Take the signature out, change it, have it signed again.</source>
   <translation>{day} 已按此数量签收。请先去掉签收日期再改，并重新签收。</translation>
  </message>
  <message>
   <source>The register has nothing of this scope on that day. Choose more departments, classes or places.</source>
   <translation>这一天账上没有该范围的资产，请扩大部门、类别或地点。</translation>
  </message>
  <message>
   <source>The remittance is archived up to {month}. Choose a later month; for months before that enter a back payment.</source>
   <translation>汇缴已归档至 {month}，请选择之后的月份；以前月份请用补缴。</translation>
  </message>
  <message>
   <source>The replacement value must be more than 0.</source>
   <translation>重置价值必须大于 0。</translation>
  </message>
  <message>
   <source>The request has no lines. Add what is to be bought.</source>
   <translation>申请没有明细，请添加要采购的物品。</translation>
  </message>
  <message>
   <source>The residual lies between 0 and the cost of {cost}.</source>
   <translation>残值须在 0 至原值 {cost} 之间。</translation>
  </message>
  <message>
   <source>The residual value is between 0 and 100 %. Correct it.</source>
   <translation>残值率须在 0 至 100% 之间，请更正。</translation>
  </message>
  <message>
   <source>The reversal {number} does not agree with the paper it reverses. Compare it with a backup.</source>
   <translation>冲销单 {number} 与原单据不符。请与备份对比。</translation>
  </message>
  <message>
   <source>The same account, amount and paper stand twice: {numbers}. Take one out.</source>
   <translation>账号、金额、单据重复：{numbers}。请移出一笔。</translation>
  </message>
  <message>
   <source>The same advance is listed twice. Put both amounts into one row.</source>
   <translation>同一笔借款列了两次，请合并成一行。</translation>
  </message>
  <message>
   <source>The seller took invoices of these papers back: {numbers}. Return or void them, then pay the others.</source>
   <translation>这些单据的发票已被销售方红冲或作废：{numbers}。请先退回或作废这些单据，再付其余的。</translation>
  </message>
  <message>
   <source>The sheet is closed and booked. Open it again with a reason, or hand back on a slip what comes back.</source>
   <translation>该表已出库结单。如需更改请写明原因重新打开；退回的物品请做退库。</translation>
  </message>
  <message>
   <source>The sheet is open already. Change it in its form.</source>
   <translation>该表尚未结单，可直接修改。</translation>
  </message>
  <message>
   <source>The sheet of {month} is there already. Open it instead of making another.</source>
   <translation>{month} 的工资表已经有了。请打开它，不必再建。</translation>
  </message>
  <message>
   <source>The sheet that pays {month} is no draft any more: {state}. Correct it with a one-off line in the open month.</source>
   <translation>发放 {month} 的工资表已不是草稿：{state}。请在未关闭的月份用一次性项目更正。</translation>
  </message>
  <message>
   <source>The signature line has room for {most} words of {longest} signs. Shorten it.</source>
   <translation>签字栏最多 {most} 项，每项 {longest} 个字。请精简。</translation>
  </message>
  <message>
   <source>The slip is of {day}. Enter that day or a later one.</source>
   <translation>原单日期是 {day}，请填当天或之后的日期。</translation>
  </message>
  <message>
   <source>The spreadsheet has lost digits of this number. Format the column as text and enter it again.</source>
   <translation>表格软件丢失了这个号码的末几位。请把该列设为文本后重新填写。</translation>
  </message>
  <message>
   <source>The spreadsheet has lost the last digits of this number. Enter it there as text.</source>
   <translation>表格丢失了该号码的末几位，请在表格中以文本格式重新录入。</translation>
  </message>
  <message>
   <source>The step “{name}” needs a name, and either days or months before the end. Correct its row.</source>
   <translation>步骤“{name}”需有名称，并填写提前天数或月数之一，请更正该行。</translation>
  </message>
  <message>
   <source>The sums of the packet {number} do not agree with its papers. Compare it with a backup.</source>
   <translation>送审包 {number} 的合计与所含单据不符。请与备份核对。</translation>
  </message>
  <message>
   <source>The tax of this sheet was reckoned for payment in {month}. Choose a day of that month, or take the sheet back to the draft and have it reckoned again.</source>
   <translation>本表的个税按 {month} 发放计算。请选择该月内的日期，或把工资表退回草稿后重新计算。</translation>
  </message>
  <message>
   <source>The term is over on {day}. The last day is not after it.</source>
   <translation>合同于 {day} 到期，最后一天不能晚于该日。</translation>
  </message>
  <message>
   <source>The text is longer than {value} signs.</source>
   <translation>文字超过{value}个字。</translation>
  </message>
  <message>
   <source>The thing was handed over or money came in, so the lease stays. End it when the thing comes back; one never handed over is cancelled.</source>
   <translation>资产已交付或已有收款，合同保留。资产收回时办理终止；从未交付的合同请作废。</translation>
  </message>
  <message>
   <source>The title is missing.</source>
   <translation>缺少项目名称。</translation>
  </message>
  <message>
   <source>The title is too long for the paper. Use {most} signs at most.</source>
   <translation>标题太长，纸上放不下。请控制在 {most} 个字以内。</translation>
  </message>
  <message>
   <source>The travel has more than {most} days. Check the years of its legs.</source>
   <translation>出差超过 {most} 天，请核对行程的年份。</translation>
  </message>
  <message>
   <source>The value cannot be below zero. Enter 0 for a gift.</source>
   <translation>金额不能小于零，赠送的请填 0。</translation>
  </message>
  <message>
   <source>The vouchers of {month} are bound. Choose a day from {day} on, or have the month opened again.</source>
   <translation>{month} 的凭证已装订。请选 {day} 及以后的日期，或请主管重新打开该月。</translation>
  </message>
  <message>
   <source>The vouchers of {number} are not those that were bound.</source>
   <translation>{number} 的凭证与装订时不符。</translation>
  </message>
  <message>
   <source>The wages of a whole year before the first month count. Enter {year}.</source>
   <translation>应按执行月份之前的整年工资计算，请填 {year}。</translation>
  </message>
  <message>
   <source>The width of “{title}” is a number from {least} to {most}. Correct it.</source>
   <translation>“{title}”的列宽须为 {least}～{most}。请改正。</translation>
  </message>
  <message>
   <source>There are limits already. Change them one by one.</source>
   <translation>已经有标准了，请逐条修改。</translation>
  </message>
  <message>
   <source>There are no pay components. Enter them at Pay components first.</source>
   <translation>还没有薪资项目。请先到“薪资项目”中录入。</translation>
  </message>
  <message>
   <source>There are no vouchers in {month}: choose another month.</source>
   <translation>{month} 没有凭证，请选其他月份。</translation>
  </message>
  <message>
   <source>There are users already. Sign in instead.</source>
   <translation>已经有用户了，请直接登录。</translation>
  </message>
  <message>
   <source>There is a bid for “{title}” already. Go on in Bids.</source>
   <translation>“{title}”已经转为投标。请到“投标”中继续。</translation>
  </message>
  <message>
   <source>There is a change of estimate from this month already. Take it back or choose another month.</source>
   <translation>该月已有估计变更，请先撤销或另选月份。</translation>
  </message>
  <message>
   <source>There is a company in this database already. Sign in instead.</source>
   <translation>这个数据库中已有公司，请直接登录。</translation>
  </message>
  <message>
   <source>There is a rate from {day} already. Change that one.</source>
   <translation>{day} 起已有一条标准。请修改那一条。</translation>
  </message>
  <message>
   <source>There is already a record with this value. Choose another one.</source>
   <translation>已有相同的记录，请换一个值。</translation>
  </message>
  <message>
   <source>There is an absence from {first} to {last} already. Change that one.</source>
   <translation>{first} 至 {last} 已经登记过请假，请修改那一条。</translation>
  </message>
  <message>
   <source>There is no claim {number}. Correct the number, or leave it empty.</source>
   <translation>没有报销单 {number}，请更正或留空。</translation>
  </message>
  <message>
   <source>There is no class “{value}”. Add it, or correct the table.</source>
   <translation>没有资产类别“{value}”，请先新增或更正表格。</translation>
  </message>
  <message>
   <source>There is no column “{column}” any more. Choose another one.</source>
   <translation>列“{column}”已不存在，请选择其他列。</translation>
  </message>
  <message>
   <source>There is no database at {place}. Start the window once, or name another place with --data.</source>
   <translation>{place} 没有数据库。请先启动一次窗口，或用 --data 指定位置。</translation>
  </message>
  <message>
   <source>There is no date to write. Enter dates of bids or certificates first.</source>
   <translation>没有可导出的日期，请先填写投标或证照日期。</translation>
  </message>
  <message>
   <source>There is no deduction {name} in this month. Choose one from the list.</source>
   <translation>本月没有名为 {name} 的扣除项目，请从列表中选择。</translation>
  </message>
  <message>
   <source>There is no department “{value}”.</source>
   <translation>没有部门“{value}”。</translation>
  </message>
  <message>
   <source>There is no department “{value}”. Add it at Departments, or correct the table.</source>
   <translation>没有“{value}”这个部门。请在“部门”中新增，或更正表格。</translation>
  </message>
  <message>
   <source>There is no expense category yet. Ask an administrator to add one.</source>
   <translation>还没有费用类别，请管理员先添加。</translation>
  </message>
  <message>
   <source>There is no filter “{chip}” any more. Choose another one.</source>
   <translation>筛选“{chip}”已不存在，请选择其他筛选。</translation>
  </message>
  <message>
   <source>There is no folder {folder}. Make it first, or choose another one.</source>
   <translation>没有文件夹 {folder}。请您先建立它，或另选一个。</translation>
  </message>
  <message>
   <source>There is no function {name} (place {position}). Use min, max or round.</source>
   <translation>没有函数 {name}（第 {position} 位），请使用 min、max 或 round。</translation>
  </message>
  <message>
   <source>There is no grouping “{by}”. Choose another one.</source>
   <translation>没有“{by}”这种分组，请另选。</translation>
  </message>
  <message>
   <source>There is no line this can be done with. Choose other lines.</source>
   <translation>没有可以这样处理的明细。请另选。</translation>
  </message>
  <message>
   <source>There is no notice below the row of titles. Choose another table.</source>
   <translation>标题行下面没有招标信息。请选择其他表格。</translation>
  </message>
  <message>
   <source>There is no notice in these days: there is nothing to send.</source>
   <translation>这段日期内没有招标信息，无可发送。</translation>
  </message>
  <message>
   <source>There is no official duplicate of {name}. Ask for the original or for sealed copies.</source>
   <translation>{name}没有副本，请借正本或申请复印件盖章。</translation>
  </message>
  <message>
   <source>There is no original of {name}. Ask for sealed copies instead.</source>
   <translation>{name}没有原件可借，请申请复印件盖章。</translation>
  </message>
  <message>
   <source>There is no paper in it. Put at least one paper in first.</source>
   <translation>里面没有单据，请先放入至少一份。</translation>
  </message>
  <message>
   <source>There is no paper {number}. Check the number.</source>
   <translation>没有编号为 {number} 的单据，请核对编号。</translation>
  </message>
  <message>
   <source>There is no payroll sheet “{typed}”. Name its number, or its month as YYYY-MM.</source>
   <translation>没有工资表“{typed}”。请写编号，或月份 YYYY-MM。</translation>
  </message>
  <message>
   <source>There is no slip of this article yet. Receive or issue it first.</source>
   <translation>该物资还没有单据。请先入库或领用。</translation>
  </message>
  <message>
   <source>There is no slip of this card yet. Its next movement writes one.</source>
   <translation>该卡片还没有变动单，下次变动时生成。</translation>
  </message>
  <message>
   <source>There is no such kind of paper. Choose one from the list.</source>
   <translation>没有这种单据，请从列表中选择。</translation>
  </message>
  <message>
   <source>There is no “{kind}”. Choose one of: {kinds}.</source>
   <translation>没有“{kind}”。可选：{kinds}。</translation>
  </message>
  <message>
   <source>There is nobody to pay on the sheet of {month}. Enter rates of pay or one-off lines first.</source>
   <translation>{month} 的工资表没有可发的人。请先录入薪资标准或一次性项目。</translation>
  </message>
  <message>
   <source>There is nothing to explain about this figure.</source>
   <translation>这个数没有可说明的来历。</translation>
  </message>
  <message>
   <source>There is nothing to print. Choose at least one paper.</source>
   <translation>没有可打印的内容。请至少选择一张单据。</translation>
  </message>
  <message>
   <source>There is nothing to share the amount by. Enter at least one share above zero.</source>
   <translation>没有可分摊的比例。请至少输入一个大于零的份额。</translation>
  </message>
  <message>
   <source>There is nothing to transfer for {numbers}. Take them out.</source>
   <translation>{numbers} 没有可转账的金额。请移出。</translation>
  </message>
  <message>
   <source>These changes do not stand where this can be done: {numbers}. Look again.</source>
   <translation>以下变更当前不能这样操作：{numbers}，请刷新后再试。</translation>
  </message>
  <message>
   <source>These files cannot be set on paper: {files}. Replace them by PDF or pictures, then pack again.</source>
   <translation>这些文件无法排版：{files}。请换成 PDF 或图片后重新打包。</translation>
  </message>
  <message>
   <source>These formulas use one another in a circle: {names}. Change one of them.</source>
   <translation>这些公式循环引用：{names}，请修改其中一个。</translation>
  </message>
  <message>
   <source>These papers have amounts of more than two decimals: {numbers}. Take them out.</source>
   <translation>以下单据金额超过两位小数：{numbers}。请移出。</translation>
  </message>
  <message>
   <source>They are insured in {city} already. Choose the city they move to.</source>
   <translation>该员工已在 {city} 参保，请填写转入的城市。</translation>
  </message>
  <message>
   <source>This account is no longer in use. Choose another one.</source>
   <translation>这个账户已停用，请选择其他账户。</translation>
  </message>
  <message>
   <source>This account number does not look right. Check the digits.</source>
   <translation>账号看起来不正确，请核对数字。</translation>
  </message>
  <message>
   <source>This adjustment was submitted or is in force. Withdraw it first, or leave it as it is.</source>
   <translation>本次调整已提交或已生效，不能修改；确需修改请先撤回。</translation>
  </message>
  <message>
   <source>This answer belongs to {batch}, not to {number}. Open that batch and import the file there; nothing was changed here.</source>
   <translation>此回单属于 {batch}，不属于 {number}。请打开那个批次后导入；这里未作任何改动。</translation>
  </message>
  <message>
   <source>This article is not in use. Tick “In use” in its form first.</source>
   <translation>该物资已停用，请先在物资资料中勾选“在用”。</translation>
  </message>
  <message>
   <source>This article is on the slip twice. Put both numbers into one line.</source>
   <translation>该物资在单据上出现两次。请合并成一行。</translation>
  </message>
  <message>
   <source>This asset has movements and stays in the register. Dispose of it instead.</source>
   <translation>该资产已有变动记录，不能删除，请走处置。</translation>
  </message>
  <message>
   <source>This bank account is closed. Choose another one.</source>
   <translation>该银行账户已停用。请另选一个。</translation>
  </message>
  <message>
   <source>This card has no change of estimate.</source>
   <translation>该卡片没有估计变更。</translation>
  </message>
  <message>
   <source>This case is closed. Take it up again first, then change it.</source>
   <translation>该事项已结束，请先重新办理再修改。</translation>
  </message>
  <message>
   <source>This case is in hand already.</source>
   <translation>该事项已在办理中。</translation>
  </message>
  <message>
   <source>This cell is empty and must not be. Fill it in.</source>
   <translation>此项必填，请补充。</translation>
  </message>
  <message>
   <source>This certificate is in the archive. Take it out first, then change it.</source>
   <translation>该证照已归档，请先取消归档再修改。</translation>
  </message>
  <message>
   <source>This choice does not exist any more. Choose again.</source>
   <translation>这个选项已不存在，请重新选择。</translation>
  </message>
  <message>
   <source>This column cannot be compared like that. Choose another comparison.</source>
   <translation>这一列不能这样比较，请选择其他方式。</translation>
  </message>
  <message>
   <source>This component stands there twice. Take one of both out.</source>
   <translation>这个薪资项目重复了，请删去一行。</translation>
  </message>
  <message>
   <source>This contract follows one that reaches to {day}. Let it begin later.</source>
   <translation>上一份合同至 {day}，本合同的起始日须在其后。</translation>
  </message>
  <message>
   <source>This database belongs to another program. Choose another file or folder.</source>
   <translation>这个数据库属于其他程序，请选择其他文件或文件夹。</translation>
  </message>
  <message>
   <source>This database is open in another OpsDesk: {holder}. Close it there first.</source>
   <translation>这个数据库正被另一个运营台使用：{holder}。请先在那里关闭。</translation>
  </message>
  <message>
   <source>This database was made by a newer OpsDesk. Update the program, then open it again.</source>
   <translation>这个数据库由更新版本的运营台创建。请升级程序后再打开。</translation>
  </message>
  <message>
   <source>This day has not come yet. Enter the day it happened, today at the latest.</source>
   <translation>这一天还没到。请填写实际发生的日期，最晚为今天。</translation>
  </message>
  <message>
   <source>This day has not come yet. Enter today or an earlier day.</source>
   <translation>这一天还没有到。请填写今天或更早的日期。</translation>
  </message>
  <message>
   <source>This day is before the case began. Correct one of both days.</source>
   <translation>日期早于事项开始日期，请更正其中一个。</translation>
  </message>
  <message>
   <source>This day is before the first day of the contract. Correct it.</source>
   <translation>该日期早于合同起始日，请更正。</translation>
  </message>
  <message>
   <source>This day is still to come. Correct it in the table.</source>
   <translation>日期尚未到来，请在表格中更正。</translation>
  </message>
  <message>
   <source>This day is still to come. Enter it when it has happened.</source>
   <translation>日期尚未到来，请在发生后登记。</translation>
  </message>
  <message>
   <source>This day is still to come. Enter today or an earlier day.</source>
   <translation>该日期尚未到来，请填写今天或更早的日期。</translation>
  </message>
  <message>
   <source>This day is too far away. Correct it; leave the end empty when it does not end.</source>
   <translation>日期过远。请更正；长期有效的，有效期至留空即可。</translation>
  </message>
  <message>
   <source>This day is yet to come. Enter the day the seller did it.</source>
   <translation>这一天还没到，请填写销售方红冲或作废的日期。</translation>
  </message>
  <message>
   <source>This day lies before the notice was published on {published}. Correct one of them.</source>
   <translation>该日期早于公告发布日{published}。请更正其中一个。</translation>
  </message>
  <message>
   <source>This file asks for a password. Save it without one, then add it again.</source>
   <translation>文件有密码保护。请另存为无密码的文件后再添加。</translation>
  </message>
  <message>
   <source>This file has more than {most} pages. Split it.</source>
   <translation>该文件超过 {most} 页，请拆分。</translation>
  </message>
  <message>
   <source>This file has no page that could be printed.</source>
   <translation>该文件没有可打印的版面。</translation>
  </message>
  <message>
   <source>This file holds definitions that could harm the computer, so it was not read. Ask the seller for another one.</source>
   <translation>文件含有可能有害的定义，没有读取。请向销售方索取其他文件。</translation>
  </message>
  <message>
   <source>This file is damaged and cannot be read. Ask the seller to send it again.</source>
   <translation>文件已损坏，无法读取。请让销售方重新发送。</translation>
  </message>
  <message>
   <source>This file is empty. Ask the seller to send it again.</source>
   <translation>文件是空的。请让销售方重新发送。</translation>
  </message>
  <message>
   <source>This file is larger than {limit}. Ask the seller for a smaller one.</source>
   <translation>文件超过 {limit}。请向销售方索取较小的文件。</translation>
  </message>
  <message>
   <source>This file is no Word template the program can fill: {problem}. Choose a .docx made from the usual template.</source>
   <translation>这个文件不是可用的 Word 模板（{problem}）。请选择由默认模板修改而来的 .docx。</translation>
  </message>
  <message>
   <source>This file is not an OpsDesk database. Choose another one, or restore a backup.</source>
   <translation>这个文件不是运营台数据库。请选择其他文件，或恢复备份。</translation>
  </message>
  <message>
   <source>This file is not an invoice. Attach it to the claim instead.</source>
   <translation>这个文件不是发票。可以把它作为附件添加。</translation>
  </message>
  <message>
   <source>This file is not there any more. Look for it, then add it again.</source>
   <translation>文件已不存在。请找到后重新添加。</translation>
  </message>
  <message>
   <source>This file would unpack to far more than an invoice can hold, so it was not read. Ask the seller for another one.</source>
   <translation>文件解压后远大于正常发票，没有读取。请向销售方索取其他文件。</translation>
  </message>
  <message>
   <source>This goes on beyond the year 9999. Correct the day or the life.</source>
   <translation>计算超出 9999 年。请更正日期或使用年限。</translation>
  </message>
  <message>
   <source>This insurance begins in {month}. Choose that month or a later one.</source>
   <translation>参保自 {month} 开始，请选择该月或之后的月份。</translation>
  </message>
  <message>
   <source>This invoice belongs to another claim. Add its file here instead.</source>
   <translation>这张发票属于另一张报销单。请在这里添加发票文件。</translation>
  </message>
  <message>
   <source>This is a folder, not an invoice. Add the files in it.</source>
   <translation>这是文件夹，不是发票。请您添加其中的文件。</translation>
  </message>
  <message>
   <source>This is a label of another company (its number there is {number}). Nothing was opened.</source>
   <translation>这是其他公司的标签（编号 {number}），没有打开任何卡片。</translation>
  </message>
  <message>
   <source>This is a picture without a readable code. Install OpsDesk with the extra “ocr” (uv sync --extra ocr) to have it read, or type the invoice.</source>
   <translation>图片上没有可读的二维码。请安装文字识别组件(uv sync --extra ocr)后再试，或手工录入发票。</translation>
  </message>
  <message>
   <source>This is an amount of zero or more with two decimals at most. Correct it.</source>
   <translation>金额不得为负，最多两位小数，请更正。</translation>
  </message>
  <message>
   <source>This is at most {most} a month. Lower the amount, or leave it empty for the usual one.</source>
   <translation>每月最多 {most}。请减少金额；留空则按标准金额。</translation>
  </message>
  <message>
   <source>This is deducted for {months} months at most. Choose an earlier last month.</source>
   <translation>该项最多扣除 {months} 个月，请提前截止月份。</translation>
  </message>
  <message>
   <source>This is neither a PDF, OFD, XML nor a picture. Add the invoice in one of these forms.</source>
   <translation>这不是 PDF、OFD、XML 或图片。请用这些格式的发票。</translation>
  </message>
  <message>
   <source>This is too long: {longest} characters at most. Shorten it.</source>
   <translation>内容过长，最多 {longest} 个字，请缩短。</translation>
  </message>
  <message>
   <source>This item does not belong to this fund. Choose another item.</source>
   <translation>该险种不属于所选类别，请另选。</translation>
  </message>
  <message>
   <source>This item stands twice for the year. Remove one of the two.</source>
   <translation>同一年度中该项目重复。请删去一行。</translation>
  </message>
  <message>
   <source>This kind and term of contract allow no probation (Labour Contract Law, articles 19 and 70). Leave it empty.</source>
   <translation>此类合同或期限不得约定试用期（劳动合同法第十九条、第七十条），请留空。</translation>
  </message>
  <message>
   <source>This line came by itself, from a repayment or an insurance difference. Change it there.</source>
   <translation>该行由还款单或社保补差自动带入，请到原处修改。</translation>
  </message>
  <message>
   <source>This line is on {number}, which is no draft any more. Enter a correction in the open month.</source>
   <translation>该行已在 {number} 上，工资表已不是草稿。请在未结月份录入更正。</translation>
  </message>
  <message>
   <source>This month is closed. Reopen the newest closed month first.</source>
   <translation>本月折旧已结账，请先反结最近一个已结月份。</translation>
  </message>
  <message>
   <source>This month is open already.</source>
   <translation>该月尚未结账。</translation>
  </message>
  <message>
   <source>This month lies before the advance. Choose a later one.</source>
   <translation>该月份早于借款，请选择更晚的月份。</translation>
  </message>
  <message>
   <source>This must be between 0 and {most}. Correct it.</source>
   <translation>必须在 0 到 {most} 之间，请更正。</translation>
  </message>
  <message>
   <source>This must be between {least} and {most}. Correct it.</source>
   <translation>应在 {least} 到 {most} 之间。请改正。</translation>
  </message>
  <message>
   <source>This must be filled in.</source>
   <translation>此项必填。</translation>
  </message>
  <message>
   <source>This number is too large: {most} at most. Correct it.</source>
   <translation>数字过大，最多 {most}。请更正。</translation>
  </message>
  <message>
   <source>This paper has been submitted and cannot be changed. Withdraw it first.</source>
   <translation>这张单据已提交，不能修改。请先撤回。</translation>
  </message>
  <message>
   <source>This paper has moved on ({state}), so this is no longer possible. Look at it again.</source>
   <translation>单据状态已变（{state}），不能再这样操作，请重新查看。</translation>
  </message>
  <message>
   <source>This paper pays deposit {number} of {amount}. Keep that amount; when it is wrong, delete this paper, correct the deposit and request it again.</source>
   <translation>本单据用于支付保证金 {number}，金额 {amount}，请保持一致。金额有误时，请先删除本单据，改正保证金后重新申请。</translation>
  </message>
  <message>
   <source>This person has two lines. Remove one of them.</source>
   <translation>此人有两行，请删除一行。</translation>
  </message>
  <message>
   <source>This person is on the sheet twice. Remove one line.</source>
   <translation>该人员在发放表上出现两次。请删去一行。</translation>
  </message>
  <message>
   <source>This reason does not belong to this change. Choose another one.</source>
   <translation>该原因不适用于此类变更，请另选。</translation>
  </message>
  <message>
   <source>This record does not exist any more. Reload the list.</source>
   <translation>这条记录已不存在，请刷新列表。</translation>
  </message>
  <message>
   <source>This sheet is no draft any more and stays as it is. Enter a correction in the open month.</source>
   <translation>这张工资表已不是草稿，不能再改。请在未结月份录入更正。</translation>
  </message>
  <message>
   <source>This slip belongs to a benefit sheet. Open the sheet again to take it back.</source>
   <translation>该单据来自福利发放表，请到福利发放表重新打开。</translation>
  </message>
  <message>
   <source>This slip takes another one back. Write a new slip for what is right.</source>
   <translation>这是红字冲销单，不能再冲销。请按正确内容新开单据。</translation>
  </message>
  <message>
   <source>This stage stands twice: {stage}. Take one line out.</source>
   <translation>阶段重复：{stage}，请删去一行。</translation>
  </message>
  <message>
   <source>This stock-take was submitted. Withdraw it first, or leave it as it is.</source>
   <translation>盘点单已提交，请先撤回，或保持不变。</translation>
  </message>
  <message>
   <source>This table says nothing that is not known already. Nothing was changed.</source>
   <translation>表格内容均已登记，没有任何改动。</translation>
  </message>
  <message>
   <source>This term allows {months} months of probation, to {day} at most (Labour Contract Law, article 19). Shorten it.</source>
   <translation>该期限的合同试用期不得超过 {months} 个月，最迟至 {day}（劳动合同法第十九条），请缩短。</translation>
  </message>
  <message>
   <source>This training is still to come. Enter it when it has taken place.</source>
   <translation>该培训尚未进行，请在完成后登记。</translation>
  </message>
  <message>
   <source>This user has been deactivated. Ask an administrator.</source>
   <translation>这个用户已停用，请联系管理员。</translation>
  </message>
  <message>
   <source>This user may not approve. Choose somebody with the right to.</source>
   <translation>此用户没有审批权限，请选有权限的人。</translation>
  </message>
  <message>
   <source>This year stands twice. Remove one of the two.</source>
   <translation>同一年度出现两次，请删除其中一行。</translation>
  </message>
  <message>
   <source>Too many wrong passwords. Wait {minutes} minutes, or ask an administrator for a new one.</source>
   <translation>密码错误次数过多。请等 {minutes} 分钟，或请管理员重设密码。</translation>
  </message>
  <message>
   <source>Two columns are called “{title}”. Name them differently.</source>
   <translation>有两列都叫“{title}”。请取不同的标题。</translation>
  </message>
  <message>
   <source>Two columns are headed “{title}”. Give one of them another heading, or untick it.</source>
   <translation>有两列都叫“{title}”。请改其中一列的列名，或取消勾选。</translation>
  </message>
  <message>
   <source>Two counts of {number} differ. Go on counting, enter its pieces as they really are, then submit.</source>
   <translation>{number} 的两次盘点数目不一。请继续盘点，录入实际数量后再提交。</translation>
  </message>
  <message>
   <source>Two policies of {city} hold in {month}. End the earlier one before the later begins.</source>
   <translation>{month} 有两条{city}的政策同时生效，请让前一条在后一条开始前终止。</translation>
  </message>
  <message>
   <source>Type how many pieces were counted, 1 to {most}. For none, use “Counted by mistake”.</source>
   <translation>请输入实盘件数，1 到 {most}。一件都没有时，请用“撤销误盘”。</translation>
  </message>
  <message>
   <source>Voucher {label} does not balance: debit {debit}, credit {credit}. Nothing was written: check its paper.</source>
   <translation>凭证 {label} 借贷不平：借方 {debit}，贷方 {credit}。未写出文件，请核对原单。</translation>
  </message>
  <message>
   <source>Voucher {label} has {counted} attachments, but {placed} could be placed. Nothing was written: check its files.</source>
   <translation>凭证 {label} 登记附件 {counted} 张，装入 {placed} 张。未写出文件，请核对附件。</translation>
  </message>
  <message>
   <source>Voucher {label} is missing in its row. Check the history before the month is bound.</source>
   <translation>缺少凭证 {label}，出现断号。装订前请查操作记录。</translation>
  </message>
  <message>
   <source>Voucher {label} says {voucher}, its paper {number} says {paper}. Check the history before the month is bound.</source>
   <translation>凭证 {label} 金额 {voucher}，单据 {number} 金额 {paper}，两者不符。装订前请查操作记录。</translation>
  </message>
  <message>
   <source>Voucher {number} does not agree with its paper, or a number before it is missing.</source>
   <translation>凭证 {number} 与单据不符，或其前有断号。</translation>
  </message>
  <message>
   <source>Wages, days and hours must not be below zero. Correct them.</source>
   <translation>工资、天数和小时数不能小于零，请更正。</translation>
  </message>
  <message>
   <source>What is open of advance {number} does not agree with the claims that settle it. Compare it with a backup.</source>
   <translation>借款 {number} 的未还金额与冲销它的报销单不符。请与备份对比。</translation>
  </message>
  <message>
   <source>What {number} says about its packet does not agree with the packet. Compare it with a backup.</source>
   <translation>{number} 记录的送审包与送审包本身不符。请与备份核对。</translation>
  </message>
  <message>
   <source>Whoever is named here may not approve. Choose somebody with the right to.</source>
   <translation>这里指定的人没有审批权限，请另选一人。</translation>
  </message>
  <message>
   <source>Whoever made this paper belongs to no department. Enter it at Employees.</source>
   <translation>制单人没有所属部门，请先在员工中补充。</translation>
  </message>
  <message>
   <source>You cannot remove yourself. Ask another administrator.</source>
   <translation>不能删除自己。请由其他管理员操作。</translation>
  </message>
  <message>
   <source>You may not do this ({permission}). Ask an administrator for the right.</source>
   <translation>您没有这项权限（{permission}）。请向管理员申请。</translation>
  </message>
  <message>
   <source>You may not open this file. Copy it to a folder of your own, then add it again.</source>
   <translation>您无权打开这个文件。请复制到自己的文件夹后再添加。</translation>
  </message>
  <message>
   <source>You may not write {path}. Choose a folder of your own.</source>
   <translation>您无权写入 {path}。请您选择自己的文件夹。</translation>
  </message>
  <message>
   <source>You may write papers for yourself only. Choose yourself, or ask a clerk to write it.</source>
   <translation>您只能为自己填单。请选择您自己，或请运营专员代填。</translation>
  </message>
  <message>
   <source>You sign this paper at the level {level} already, so somebody else has to stand in for {approver}. Have the administrator refer it.</source>
   <translation>您已在本单据的“{level}”一级审批，不能再代 {approver} 审批。请管理员转交他人。</translation>
  </message>
  <message>
   <source>Your user belongs to no employee, so the program does not know which head decides first. Ask an administrator to connect your user with an employee.</source>
   <translation>您的账号没有对应的员工，无法确定由哪个部门先审批。请管理员把账号与员工关联。</translation>
  </message>
  <message>
   <source>Your user is no employee, so no payment request can be written in your name. Ask an administrator to link them.</source>
   <translation>您的用户没有对应员工，无法以您的名义填付款申请单。请管理员关联。</translation>
  </message>
  <message>
   <source>{accepted} was accepted. Say why another amount came.</source>
   <translation>认可金额为 {accepted}。请说明到款为什么不同。</translation>
  </message>
  <message>
   <source>{approved} each was approved, and {most} is the most that may be received. Ask for the dearer one with a new request.</source>
   <translation>批准单价 {approved}，验收单价最高 {most}。价格更高的，请另行提交采购申请。</translation>
  </message>
  <message>
   <source>{approver} is away until {until} and named no substitute. Ask {approver} or an administrator to name one under Substitutes, then try again.</source>
   <translation>{approver} 请假到 {until}，没有指定代理人。请 {approver} 或管理员在“请假与委托”里指定代理人，再提交。</translation>
  </message>
  <message>
   <source>{article} was moved while it was counted: {listed} were listed, {on_hand} stand there by now. Take the fresh figures and look again.</source>
   <translation>盘点期间“{article}”有出入库：列出时账面 {listed}，现在 {on_hand}。请取最新账面数后再核对。</translation>
  </message>
  <message>
   <source>{by} has changed {number} meanwhile. It is shown as it is now: look again, nothing was done twice.</source>
   <translation>{by}刚刚改动了 {number}，现已显示最新情况。请重新核对，没有重复处理。</translation>
  </message>
  <message>
   <source>{by} has decided on this paper already ({decision}). Reload it to see where it stands.</source>
   <translation>{by} 已经处理过这张单据（{decision}）。请刷新查看当前状态。</translation>
  </message>
  <message>
   <source>{columns} columns cannot be read on strips of which {per_page} stand on a page. Put fewer on a page, or untick columns.</source>
   <translation>每页 {per_page} 条时，{columns} 列太密，看不清。请减少每页条数，或取消勾选部分列。</translation>
  </message>
  <message>
   <source>{columns} columns do not fit on paper of {paper} mm. Print on A3, or untick columns in Edit printed papers.</source>
   <translation>{columns} 列放不进 {paper} 毫米的纸。请改用 A3 打印，或在“打印模板”中取消勾选部分列。</translation>
  </message>
  <message>
   <source>{counted} bank slips are attached to the batches of this month, but {placed} could be placed. Nothing was written: check the files of the batches.</source>
   <translation>本月付款批次附有银行回单 {counted} 份，装入 {placed} 份。未写出文件，请检查批次附件。</translation>
  </message>
  <message>
   <source>{count} assets are still in their hands ({first} first). Have them handed back in “Fixed assets”.</source>
   <translation>名下还有 {count} 项资产（如 {first}），请先在“固定资产”中办理退回。</translation>
  </message>
  <message>
   <source>{count} cards are charged by units and have none for this month, such as {name}. Enter them under Units of use.</source>
   <translation>有 {count} 张按工作量法计提的卡片未录本月工作量（如 {name}）。请在“录入工作量”中填写。</translation>
  </message>
  <message>
   <source>{count} cells of the bill are no numbers. Correct them in the file, then check it again; nothing was kept.</source>
   <translation>账单中有 {count} 个单元格不是数字。请在文件中更正后重新核对；结果未保存。</translation>
  </message>
  <message>
   <source>{count} checks stop this sheet. Look at them and put them right first.</source>
   <translation>有 {count} 项检查不通过。请先查看并改正。</translation>
  </message>
  <message>
   <source>{count} differences are not explained, the first is {number}. Say for each how it came about.</source>
   <translation>还有 {count} 项差异没有说明原因，第一项是 {number}。请逐项说明。</translation>
  </message>
  <message>
   <source>{count} people are insured in {city}, and from {month} on no policy would hold for them. Enter the next policy, which ends this one, or stop their insurance first.</source>
   <translation>{city}有 {count} 人在参保，{month} 起将没有政策参数可用。请录入下一期政策（会自动结束本期），或先办停保。</translation>
  </message>
  <message>
   <source>{count} people have no identity number to lock their payslip with: {names}. Enter it in their files, or type one password for everybody.</source>
   <translation>{count} 人没有身份证号，无法加密工资条：{names}。请在员工档案中补录，或填写统一密码。</translation>
  </message>
  <message>
   <source>{count} rows are not clear yet. Say whose they are, correct the file, or skip them.</source>
   <translation>还有 {count} 行不明确。请指明人员、修改文件，或跳过这些行。</translation>
  </message>
  <message>
   <source>{count} rows cannot be read. Correct them in the file and choose it again.</source>
   <translation>有 {count} 行无法识别，请在文件中改正后重新选择。</translation>
  </message>
  <message>
   <source>{count} rows have problems. Correct the list, or leave these rows out.</source>
   <translation>有{count}行存在问题。请更正清单，或跳过这些行。</translation>
  </message>
  <message>
   <source>{count} rows have problems. Correct the table, or leave these rows out.</source>
   <translation>{count} 行有问题，请更正表格，或选择跳过这些行。</translation>
  </message>
  <message>
   <source>{count} rows have problems. Mend them in the table, or leave them out.</source>
   <translation>有 {count} 行存在问题。请在表格中更正，或选择跳过。</translation>
  </message>
  <message>
   <source>{encoding} has no sign for “{text}”. Choose GB18030 in this format, or ask the bank how to write the name.</source>
   <translation>{encoding} 编码中没有“{text}”。请把此格式改为 GB18030，或向银行确认姓名写法。</translation>
  </message>
  <message>
   <source>{file} is a file of another kind. Name a folder, a .db or .sqlite file, or a postgresql:// address.</source>
   <translation>{file} 是其他类型的文件。请您指定文件夹、.db 或 .sqlite 文件，或 postgresql:// 地址。</translation>
  </message>
  <message>
   <source>{file} is not an OpsDesk backup, or it cannot be read. Choose another file.</source>
   <translation>{file} 不是运营台的备份，或无法读取。请选择其他文件。</translation>
  </message>
  <message>
   <source>{file} is not there. Check the name, or plug in the disk it is on.</source>
   <translation>找不到 {file}。请您核对文件名，或接上存放它的磁盘。</translation>
  </message>
  <message>
   <source>{file} was copied without what belongs to it: its description (.json), the key of its history, or the attachments. Copy the whole backups folder, then choose the file in it.</source>
   <translation>{file} 是单独复制的，缺少随附的说明文件（.json）、历史记录密钥或附件。请您复制整个 backups 文件夹，再选择其中的备份文件。</translation>
  </message>
  <message>
   <source>{folder} is on a network share, where a database file can be torn. Choose a folder on this computer, or use a PostgreSQL server.</source>
   <translation>{folder} 在网络共享上，数据库文件可能损坏。请选择本机文件夹，或使用 PostgreSQL 服务器。</translation>
  </message>
  <message>
   <source>{folder} is synchronised by {service}, which can tear a database. Choose a folder that stays on this computer, or use a PostgreSQL server.</source>
   <translation>{folder} 由 {service} 同步，可能损坏数据库。请选择只在本机的文件夹，或使用 PostgreSQL 服务器。</translation>
  </message>
  <message>
   <source>{given} serial numbers for {count} cards. Type one for each, or none.</source>
   <translation>{count} 张卡片填了 {given} 个序列号，请逐张填写或全部留空。</translation>
  </message>
  <message>
   <source>{held} of the deposit are here. Enter no more than that to give back, and no less as the deposit.</source>
   <translation>现收存押金 {held}：退还不能超过此数，约定押金也不能小于此数。</translation>
  </message>
  <message>
   <source>{held} of this lease are still here. Give them back first, then cancel it.</source>
   <translation>本合同尚有 {held} 未退还。请先退还，再作废。</translation>
  </message>
  <message>
   <source>{holder} has an original until {day}. Take it back first, then enter that there is none.</source>
   <translation>原件由 {holder} 借用至 {day}。请先收回，再将正本数改为 0。</translation>
  </message>
  <message>
   <source>{holder} has it ({what} No. {piece}) since {since}, until {day}. Take it back first, choose another one or later days, or ask for sealed copies.</source>
   <translation>{what} {piece} 自 {since} 起在{holder}处，应于 {day} 归还。请先收回、改借另一份或改选以后的日期，或申请复印件盖章。</translation>
  </message>
  <message>
   <source>{holder} has the original until {day}. Take it back first, then archive it.</source>
   <translation>原件在{holder}处，应于 {day} 归还，请先收回再归档。</translation>
  </message>
  <message>
   <source>{label} belongs to {name}, who has left. Give it to somebody else, or take it off the list first.</source>
   <translation>{label} 的持卡人 {name} 已离职。请先换人，或从名单中删除。</translation>
  </message>
  <message>
   <source>{month} has changed since its bundle was made. Make it once more.</source>
   <translation>生成凭证册后 {month} 又有变动，请重新生成。</translation>
  </message>
  <message>
   <source>{month} has not begun. Choose this month or an earlier one.</source>
   <translation>{month} 尚未开始，请选择本月或更早的月份。</translation>
  </message>
  <message>
   <source>{month} is closed with this card in it. Begin with a later month.</source>
   <translation>{month} 的折旧已结账，请从以后月份开始。</translation>
  </message>
  <message>
   <source>{month} is closed with this value of the tax book. Leave it, or reopen the month first.</source>
   <translation>{month} 已按此税会口径结账。请保持不变，或先反结账。</translation>
  </message>
  <message>
   <source>{month} is closed with this value. Change it with “Estimate anew”, from a later month on.</source>
   <translation>{month} 的折旧已按此结账，请用“变更估计”从以后月份起调整。</translation>
  </message>
  <message>
   <source>{month} is not bound: there is nothing to open again.</source>
   <translation>{month} 未装订，无需重新打开。</translation>
  </message>
  <message>
   <source>{month} is not over: bind it from {day} on.</source>
   <translation>{month} 尚未结束，{day} 起方可装订。</translation>
  </message>
  <message>
   <source>{month} is not what was bound: {bound} then, {now} now. Nothing was written: check the history.</source>
   <translation>{month} 与装订时不符：装订时 {bound}，现在 {now}。未写出文件，请查操作记录。</translation>
  </message>
  <message>
   <source>{month} is there for every fund. Choose another month.</source>
   <translation>{month} 各险种均已建立，请另选月份。</translation>
  </message>
  <message>
   <source>{month} is too far ahead. Choose this month or the next one.</source>
   <translation>{month} 过早，请选择本月或下月。</translation>
  </message>
  <message>
   <source>{month} was bound on {day} by {by}. To change it, have it opened again.</source>
   <translation>{month} 已由 {by} 于 {day} 装订。如需更改，请重新打开该月。</translation>
  </message>
  <message>
   <source>{names} had a bonus taxed separately in {year} already, which the law allows once a year. Merge these, or take them out.</source>
   <translation>{names} 在 {year} 年已用过一次单独计税，每年只能用一次。请改为并入综合所得，或移出名单。</translation>
  </message>
  <message>
   <source>{name} ({employee}) works here with this number. Compare the card: two people never share one.</source>
   <translation>在职员工{name}（{employee}）已使用此证件号码。请核对证件：两个人不会有同一号码。</translation>
  </message>
  <message>
   <source>{name} ({number}) has this number already. Compare both cards.</source>
   <translation>{name}（{number}）已登记同一证件号码，请核对两人的证件。</translation>
  </message>
  <message>
   <source>{name} applied on {day}. Enter that day or a later one.</source>
   <translation>{name}于 {day} 投递，请填当天或之后的日期。</translation>
  </message>
  <message>
   <source>{name} at place {position} has the wrong number of arguments. Write it as min(a, b), max(a, b) or round(a, 2).</source>
   <translation>第 {position} 位的 {name} 参数个数不对，请写成 min(a, b)、max(a, b) 或 round(a, 2)。</translation>
  </message>
  <message>
   <source>{name} belongs to the company. Trainings are entered for certificates of a person.</source>
   <translation>{name}是企业证照，继续教育只登记在个人证书下。</translation>
  </message>
  <message>
   <source>{name} cannot be opened. Check that it is still there and that you may read it.</source>
   <translation>无法打开 {name}。请确认文件还在，并且有权读取。</translation>
  </message>
  <message>
   <source>{name} does not end, so there is nothing to renew. Enter its last day first, or choose another kind of case.</source>
   <translation>{name}没有到期日，无需换证。请先填写有效期至，或选择其他事项类型。</translation>
  </message>
  <message>
   <source>{name} does not stand in the family. Enter the name there first.</source>
   <translation>家属中没有{name}，请先在家属中录入。</translation>
  </message>
  <message>
   <source>{name} had another base. Resume with the base there was, and change it with a base change of its own.</source>
   <translation>{name} 原缴费基数与此不同，请按原基数续保，再另做基数变更。</translation>
  </message>
  <message>
   <source>{name} has an offer. Write the join paper with “Joins”.</source>
   <translation>{name}已发录用通知，请用“办理入职”填写入职单。</translation>
  </message>
  <message>
   <source>{name} has left. Choose another claimant in the recurring paper first.</source>
   <translation>{name} 已离职。请先在周期单据里换一位报销人。</translation>
  </message>
  <message>
   <source>{name} has more than {most} rows. Choose the bank's answer to this batch only.</source>
   <translation>{name} 超过 {most} 行。请只选择本批次的银行回单。</translation>
  </message>
  <message>
   <source>{name} has no column of names. Choose the monthly summary of the attendance app.</source>
   <translation>{name} 中没有姓名列。请选择考勤应用导出的月度汇总。</translation>
  </message>
  <message>
   <source>{name} has no column {titles}. Export the empty template from the tax client again.</source>
   <translation>{name} 缺少列 {titles}。请从扣缴端重新导出空模板。</translation>
  </message>
  <message>
   <source>{name} has no line with a name and an amount as titles. Download the bill with a line for each person.</source>
   <translation>{name} 中找不到含姓名和金额的表头。请下载按人员列示的账单明细。</translation>
  </message>
  <message>
   <source>{name} has no offer yet. Note the offer first, then let them join.</source>
   <translation>{name}尚未发录用通知，请先登记录用再办理入职。</translation>
  </message>
  <message>
   <source>{name} has no row of titles with {titles}. Use the titles of the roster.</source>
   <translation>{name} 没有包含{titles}的表头，请使用职工名册的表头。</translation>
  </message>
  <message>
   <source>{name} has no row with these titles: {titles}. Add them above the assets.</source>
   <translation>{name} 中没有找到标题行（{titles}），请在资产上方补上标题。</translation>
  </message>
  <message>
   <source>{name} has no yearly duty that is still to be met. Choose another certificate, or add the duty to its kind.</source>
   <translation>{name}没有待办的年度义务。请选择其他证照，或在证照种类中添加年度义务。</translation>
  </message>
  <message>
   <source>{name} has none of the titles of this sheet. Choose the tax client's own template for it.</source>
   <translation>{name} 中没有这张表的表头。请选择扣缴端对应的模板文件。</translation>
  </message>
  <message>
   <source>{name} has none of the titles this format looks for ({titles}). Choose another format, or enter the bank's titles at Bank file formats.</source>
   <translation>{name} 中没有此格式要找的标题（{titles}）。请换一种格式，或在“银行文件格式”中填入银行的标题。</translation>
  </message>
  <message>
   <source>{name} has the column “{title}” twice. Export the empty template from the tax client again.</source>
   <translation>{name} 中“{title}”列出现了两次。请从扣缴端重新导出空模板。</translation>
  </message>
  <message>
   <source>{name} has titles but no assets below them. Check the file.</source>
   <translation>{name} 只有标题没有资产，请检查文件。</translation>
  </message>
  <message>
   <source>{name} has titles but no payments below them. Ask the bank for the whole answer.</source>
   <translation>{name} 只有标题，没有付款记录。请向银行索取完整回单。</translation>
  </message>
  <message>
   <source>{name} has titles but nobody below them. Choose another table.</source>
   <translation>{name} 只有表头没有人员，请另选表格。</translation>
  </message>
  <message>
   <source>{name} has titles but nobody below them. Download the list of persons, not the sum.</source>
   <translation>{name} 只有表头，没有人员。请下载人员明细而不是汇总。</translation>
  </message>
  <message>
   <source>{name} has {count} of them. Enter a number from 1 to {count}.</source>
   <translation>{name}共 {count} 份，请填写 1 至 {count} 的序号。</translation>
  </message>
  <message>
   <source>{name} is a cash box. Choose a bank account; cash is paid paper by paper.</source>
   <translation>{name}是现金。请选择银行账户；现金请逐张支付。</translation>
  </message>
  <message>
   <source>{name} is a paper. Choose the original, a duplicate or sealed copies.</source>
   <translation>{name}是纸质证照。请选择正本、副本或复印件盖章。</translation>
  </message>
  <message>
   <source>{name} is a seal, key or device: there is nothing to copy. Choose “Seal, key or device”.</source>
   <translation>{name}是印章、UKey 一类的实物，没有副本或复印件。请选择“印章、UKey”。</translation>
  </message>
  <message>
   <source>{name} is a student, a pensioner or a freelancer and is not insured by the company. Correct the kind of employment in the personnel file if that is wrong.</source>
   <translation>{name} 为实习、返聘或劳务人员，单位不为其参保；如用工形式有误，请先更正人事档案。</translation>
  </message>
  <message>
   <source>{name} is asked on this paper already. Choose somebody else.</source>
   <translation>{name} 已经在审批这张单据，请选别人。</translation>
  </message>
  <message>
   <source>{name} is away in these days, too. Choose somebody else.</source>
   <translation>{name} 这几天也请假，请选别人。</translation>
  </message>
  <message>
   <source>{name} is closed ({stage}). Take a step back first.</source>
   <translation>{name}的应聘已结束（{stage}），请先退回一步。</translation>
  </message>
  <message>
   <source>{name} is damaged and cannot be read. Download it from the bank again.</source>
   <translation>{name} 已损坏，无法读取。请从网银重新下载。</translation>
  </message>
  <message>
   <source>{name} is empty. Download it from the bank again.</source>
   <translation>{name} 是空文件。请从网银重新下载。</translation>
  </message>
  <message>
   <source>{name} is in the archive and is not lent. Choose the one in force.</source>
   <translation>{name}已归档，不能借用，请选择现行证照。</translation>
  </message>
  <message>
   <source>{name} is insured in {city} since {month} already. Choose another change, or another person.</source>
   <translation>{name} 自 {month} 起已在 {city} 参保，请另选变更类型或人员。</translation>
  </message>
  <message>
   <source>{name} is larger than {limit}. Choose the bank's answer to this batch only.</source>
   <translation>{name} 超过 {limit}。请只选择本批次的银行回单。</translation>
  </message>
  <message>
   <source>{name} is no table. Choose the bank's answer as .xlsx, .xls or .csv.</source>
   <translation>{name} 不是表格。请选择 .xlsx、.xls 或 .csv 格式的银行回单。</translation>
  </message>
  <message>
   <source>{name} is not insured with this fund in that month. Choose another month, or let them join.</source>
   <translation>{name} 该月未参保，请另选月份，或先办理增员。</translation>
  </message>
  <message>
   <source>{name} is out of use. Take it into use again first.</source>
   <translation>“{name}”已停用，请先恢复使用。</translation>
  </message>
  <message>
   <source>{name} is the attendance of {month}, and {wanted} is wanted here. Choose the file of that month; nothing was changed.</source>
   <translation>{name} 是 {month} 的考勤，这里需要 {wanted} 的。请选择该月的文件；未作任何更改。</translation>
  </message>
  <message>
   <source>{name} is the bill of several months ({found}). Ask the fund for the bill of {month} alone; nothing was kept.</source>
   <translation>{name} 是多个月份（{found}）的账单。请向经办机构索取 {month} 单月账单；未保存任何内容。</translation>
  </message>
  <message>
   <source>{name} is the bill of {found}, this is {month}. Choose the bill of this month; nothing was kept.</source>
   <translation>{name} 是 {found} 的账单，当前为 {month}。请选择本月账单；结果未保存。</translation>
  </message>
  <message>
   <source>{name} is the file of an invoice in the store. Remove the invoice itself.</source>
   <translation>{name} 是发票库中发票的原件，请直接删除该发票。</translation>
  </message>
  <message>
   <source>{name} left on {day}, before this month. Choose an earlier month, or a back payment.</source>
   <translation>{name} 已于 {day} 离职，早于该月，请选择更早的月份或改用补缴。</translation>
  </message>
  <message>
   <source>{name} left on {day}, but no leaving paper for that day was approved. Write it and have it approved first.</source>
   <translation>{name} 已于 {day} 离职，但没有当日已批准的离职单。请先填写离职单并完成审批。</translation>
  </message>
  <message>
   <source>{name} left on {day}. Choose somebody who works here on the day of the paper.</source>
   <translation>{name}已于 {day} 离职，请选择在职员工。</translation>
  </message>
  <message>
   <source>{name} left on {day}. Choose somebody who works here on the day of the slip.</source>
   <translation>{name} 已于 {day} 离职。请选择变动当日在职的人员。</translation>
  </message>
  <message>
   <source>{name} left on {day}. Choose somebody who works here.</source>
   <translation>{name}已于 {day} 离职，请选择在职人员。</translation>
  </message>
  <message>
   <source>{name} left on {day}. Choose the certificate of leaving instead.</source>
   <translation>{name}已于 {day} 离职，请改开离职证明。</translation>
  </message>
  <message>
   <source>{name} left on {day}. Choose who takes it now, or the department alone.</source>
   <translation>{name} 已于 {day} 离职，请选现在的领用人，或只填部门。</translation>
  </message>
  <message>
   <source>{name} left the company on {day} and gets no advance any more. Return or void the paper.</source>
   <translation>{name} 已于 {day} 离职，不能再借款。请退回或作废这张单据。</translation>
  </message>
  <message>
   <source>{name} left the company on {day}, before this travel. Choose who travelled.</source>
   <translation>{name} 已于 {day} 离职，早于本次出差，请选择实际出差人。</translation>
  </message>
  <message>
   <source>{name} names nobody below its heading. Export the monthly summary again.</source>
   <translation>{name} 的表头下没有人员。请重新导出月度汇总。</translation>
  </message>
  <message>
   <source>{name} runs from {first} to {last} only. Export the whole month; nothing was changed.</source>
   <translation>{name} 只包含 {first} 至 {last}。请导出整月；未作任何更改。</translation>
  </message>
  <message>
   <source>{name} stands in the family twice. Remove one of the two.</source>
   <translation>家属中{name}出现两次，请删除其中一行。</translation>
  </message>
  <message>
   <source>{name} stays: the bank was given {number} with it. Add the right file beside it.</source>
   <translation>{name} 须保留：{number} 已提交银行。请另外添加正确的文件。</translation>
  </message>
  <message>
   <source>{name} still works here. A certificate of leaving is issued on the last day or later. Choose another certificate.</source>
   <translation>{name} 仍在职。离职证明在最后工作日当天或之后出具，请选择其他证明。</translation>
  </message>
  <message>
   <source>{name} took too long to read. Save it as .xlsx or .csv and try again.</source>
   <translation>{name} 读取超时。请另存为 .xlsx 或 .csv 后再试。</translation>
  </message>
  <message>
   <source>{name} unpacks to far more than it should. Do not open it; download it from the bank again.</source>
   <translation>{name} 解压后异常庞大。请勿打开，从网银重新下载。</translation>
  </message>
  <message>
   <source>{name} was hired on {day}. Choose that month or a later one.</source>
   <translation>{name} 于 {day} 入职。请选择当月或以后的月份。</translation>
  </message>
  <message>
   <source>{name} was insured here until {month}. Choose Resume instead of Join.</source>
   <translation>{name} 曾在本单位参保至 {month}，请选择“续保/启封”。</translation>
  </message>
  <message>
   <source>{name} was never insured here. Choose Join instead of Resume.</source>
   <translation>{name} 未曾在本单位参保，请选择“增员”。</translation>
  </message>
  <message>
   <source>{name} was never insured here. There is nothing to certify.</source>
   <translation>{name}从未在本单位参保，无法开具证明。</translation>
  </message>
  <message>
   <source>{name} was not paid by a locked or paid payroll in the last twelve months, so there is no income to certify. Choose another certificate.</source>
   <translation>最近十二个月没有{name}已发放或已锁定的工资，无法证明收入，请改开其他证明。</translation>
  </message>
  <message>
   <source>{name} was paid nothing in {year}. Choose another year.</source>
   <translation>{name} 在 {year} 年没有发放记录，请换一个年度。</translation>
  </message>
  <message>
   <source>{name} was reminded today already. Ask again tomorrow.</source>
   <translation>今天已经催过 {name}，请明天再催。</translation>
  </message>
  <message>
   <source>{name} with this telephone number applied on {day} and is still in the running. Open that entry instead.</source>
   <translation>{name}（同一电话）已于 {day} 投递且仍在应聘中，请打开那条记录。</translation>
  </message>
  <message>
   <source>{numbers} are advances of people who left the company. Void them.</source>
   <translation>{numbers} 是已离职人员的借款，请作废。</translation>
  </message>
  <message>
   <source>{numbers} are in {batch} already. Settle that batch, or take them out there.</source>
   <translation>{numbers} 已在 {batch} 中。请处理完那个批次，或在那里移出。</translation>
  </message>
  <message>
   <source>{numbers} are still open. Finish them, give them up or take them back first, then archive it.</source>
   <translation>{numbers} 尚未办结。请先办结、放弃或撤销，再归档。</translation>
  </message>
  <message>
   <source>{numbers} do not wait for payment any more. Take them out and look again.</source>
   <translation>{numbers} 已不在待付款状态。请移出后重新核对。</translation>
  </message>
  <message>
   <source>{numbers} have no bank account: enter it at Employees, or pay them in cash.</source>
   <translation>{numbers} 没有银行账号：请在“员工”中补录，或用现金支付。</translation>
  </message>
  <message>
   <source>{numbers} leave nothing to transfer: advances settle them. Mark them as paid on their own.</source>
   <translation>{numbers} 冲销借款后无需转账。请单独标记为已付款。</translation>
  </message>
  <message>
   <source>{numbers}: {state}. Choose other lines.</source>
   <translation>{numbers}：{state}。请另选明细。</translation>
  </message>
  <message>
   <source>{number} and {other} are depreciated by different methods or were estimated anew in another way. Leave them as two cards.</source>
   <translation>{number} 与 {other} 的折旧方法或会计估计变更不同，不能合并，请保留为两张卡片。</translation>
  </message>
  <message>
   <source>{number} and {other} differ in name, specification, serial number, supplier, invoice, class, life, first day of use, user or place. Only what is alike is put together.</source>
   <translation>{number} 与 {other} 的名称、规格、序列号、供应商、发票、类别、年限、启用日期、使用人或存放地点不同。只有相同的资产才能合并。</translation>
  </message>
  <message>
   <source>{number} asks for {first} to {last} of {name} already. Change or void that one, or choose other months.</source>
   <translation>{number} 已为{name}补缴 {first} 至 {last}。请修改或作废该单，或选择其他月份。</translation>
  </message>
  <message>
   <source>{number} follows this contract already. Open that one.</source>
   <translation>本合同已有后续合同 {number}，请打开该合同办理。</translation>
  </message>
  <message>
   <source>{number} had a probation, and the same person has one only once (Labour Contract Law, article 19). Leave it empty.</source>
   <translation>{number} 已约定过试用期，同一职工只能约定一次（劳动合同法第十九条），请留空。</translation>
  </message>
  <message>
   <source>{number} handles this already. Open that case.</source>
   <translation>{number} 已在办理此事，请打开该事项。</translation>
  </message>
  <message>
   <source>{number} has ended already. Take its end back first.</source>
   <translation>{number} 已终止，请先撤销终止。</translation>
  </message>
  <message>
   <source>{number} has ended: the thing came back. Write a new lease for a new tenant.</source>
   <translation>{number} 已结束，资产已收回。请为新承租人新建租约。</translation>
  </message>
  <message>
   <source>{number} has left the register. Nothing on it changes any more.</source>
   <translation>{number} 已处置，不能再变动。</translation>
  </message>
  <message>
   <source>{number} has moved on ({state}), so this is no longer possible. Look at it again.</source>
   <translation>{number} 的状态已变为“{state}”，不能再这样操作。请重新查看。</translation>
  </message>
  <message>
   <source>{number} has moved on ({state}), so this is no longer possible. Reload it.</source>
   <translation>{number} 的状态已变为“{state}”，不能再这样操作。请刷新。</translation>
  </message>
  <message>
   <source>{number} has no funding source. Name it with “Funding source…” first.</source>
   <translation>{number} 没有经费来源。请先用“经费来源…”填写。</translation>
  </message>
  <message>
   <source>{number} has no lines that could come again. Write a new paper instead.</source>
   <translation>{number} 没有可以复制的明细，请直接新建单据。</translation>
  </message>
  <message>
   <source>{number} has no lines to print. Add one first.</source>
   <translation>{number} 没有可打印的明细，请先添加。</translation>
  </message>
  <message>
   <source>{number} has not been answered yet. Note the answer first, then the money.</source>
   <translation>{number} 还没有答复。请先登记答复，再登记到款。</translation>
  </message>
  <message>
   <source>{number} has not ended. There is nothing to take back.</source>
   <translation>{number} 没有终止，无需撤销。</translation>
  </message>
  <message>
   <source>{number} has {left} units of its whole life left. Correct the units of the month.</source>
   <translation>{number} 的总工作量只剩 {left}。请更正本月工作量。</translation>
  </message>
  <message>
   <source>{number} has {quantity} pieces by now: it was split or merged after it was counted. Count it again, or choose “Search on”.</source>
   <translation>{number} 现在是 {quantity} 件：盘点后被拆分或合并过。请重新盘点，或选“继续查找”。</translation>
  </message>
  <message>
   <source>{number} is a blind count: its differences are shown when the count is finished.</source>
   <translation>{number} 是盲盘，结束盘点后才能查看差异。</translation>
  </message>
  <message>
   <source>{number} is a reversal and stays as it is. Make a new paper instead.</source>
   <translation>{number} 是冲销单，不能再改。请新建单据。</translation>
  </message>
  <message>
   <source>{number} is away. It is split or put together when it is back.</source>
   <translation>{number} 不在库，归还后才能拆分、合并。</translation>
  </message>
  <message>
   <source>{number} is charged by units from {first} on, and not after the day it left or this month. Choose another month.</source>
   <translation>{number} 自 {first} 起按工作量计提，处置后及本月以后不能录入。请另选月份。</translation>
  </message>
  <message>
   <source>{number} is closed. Write a new request for what is still needed.</source>
   <translation>{number} 已关闭，仍需采购的请另行申请。</translation>
  </message>
  <message>
   <source>{number} is in effect or was never approved. Write a new paper that changes it back.</source>
   <translation>{number} 已生效或未获批准，不能作废。请另填一张单据改回。</translation>
  </message>
  <message>
   <source>{number} is in store. Issue it instead of moving it.</source>
   <translation>{number} 在库，请办理领用而不是调拨。</translation>
  </message>
  <message>
   <source>{number} is itself a red-letter invoice. Its mark stays.</source>
   <translation>{number} 本身就是红字发票，标记不能撤销。</translation>
  </message>
  <message>
   <source>{number} is later and goes on from these figures. Remove that draft first: of several drafts always the last one. Or enter a correction in the open month.</source>
   <translation>{number} 在这之后，已接着这里的累计数计算。请先删除那张草稿（有多张时从最后一张删起），或在未结月份录入更正。</translation>
  </message>
  <message>
   <source>{number} is later, goes on from these figures and is on its way: {state}. Take that one back to the draft first, or enter a correction in the open month.</source>
   <translation>{number} 在这之后，已接着这里的累计数计算，现在是{state}。请先把那张退回草稿，或在未结月份录入更正。</translation>
  </message>
  <message>
   <source>{number} is leased out. End the lease first.</source>
   <translation>{number} 已出租，请先终止租赁。</translation>
  </message>
  <message>
   <source>{number} is lent or leased out, not lost. Take it back first, or choose something else for it.</source>
   <translation>{number} 正在借出或出租，并未丢失。请先归还，或改选其他处理意见。</translation>
  </message>
  <message>
   <source>{number} is lent until {due}. Have it brought back first.</source>
   <translation>{number} 已借出，应于 {due} 归还，请先办理归还。</translation>
  </message>
  <message>
   <source>{number} is neither a claim, a travel claim nor a payment request, so no outside body pays for it. Leave it out.</source>
   <translation>{number} 不是报销单、差旅费报销单或付款申请单，外部单位不会为它付款，请不要放入。</translation>
  </message>
  <message>
   <source>{number} is no advance, so nothing is paid back. Choose an advance.</source>
   <translation>{number} 不是借款单，无从还款，请选择借款单。</translation>
  </message>
  <message>
   <source>{number} is not about somebody who leaves, so it has no list.</source>
   <translation>{number} 不是离职单，没有离职清单。</translation>
  </message>
  <message>
   <source>{number} is not approved yet. It is received after that.</source>
   <translation>{number} 尚未批准，批准后才能入库。</translation>
  </message>
  <message>
   <source>{number} is not granted or not valid any more ({state}). Only papers that are to pay or paid go into a packet.</source>
   <translation>{number} 未核准或已失效（{state}）。只有待付款或已付款的单据可以放入送审包。</translation>
  </message>
  <message>
   <source>{number} is not in the right state for this: {state}. A bank file is written for an approved sheet.</source>
   <translation>{number} 当前状态为“{state}”，不能这样做。银行文件只为已批准的工资表生成。</translation>
  </message>
  <message>
   <source>{number} is not in the right state for this: {state}. Look again.</source>
   <translation>{number} 当前状态为“{state}”，不能这样处理。请重新核对。</translation>
  </message>
  <message>
   <source>{number} is not in use yet. Enter since when, then its units.</source>
   <translation>{number} 尚未启用。请先填写启用日期，再录工作量。</translation>
  </message>
  <message>
   <source>{number} is not in use yet. Its values can still be typed on the card.</source>
   <translation>{number} 尚未启用，可直接在卡片上修改价值。</translation>
  </message>
  <message>
   <source>{number} is not with the tenant. Hand it over first.</source>
   <translation>{number} 不在承租人处。请先交付。</translation>
  </message>
  <message>
   <source>{number} is of another funding source. Put it into a packet of its own source.</source>
   <translation>{number} 属于另一个经费来源，请放入对应来源的送审包。</translation>
  </message>
  <message>
   <source>{number} is paid and goes on from these figures, so this draft stays as it is. Put what changed on a supplement sheet: a one-off line that waits becomes part of it.</source>
   <translation>{number} 已发放并接续本表的累计数，本草稿不能再重算。请把变动做成补发表：待处理的一次性项目会进入补发表。</translation>
  </message>
  <message>
   <source>{number} is planned for {day}. Count on that day, or change the day in its plan first.</source>
   <translation>{number} 的盘点日是 {day}。请到当日再盘，或先在盘点计划中修改日期。</translation>
  </message>
  <message>
   <source>{number} is somebody else's paper. Ask its claimant or a clerk to change it.</source>
   <translation>{number} 是他人的单据。请由报销人本人或运营专员修改。</translation>
  </message>
  <message>
   <source>{number} is still open and is told of until it is not. Open it and note there that it is back or done.</source>
   <translation>{number} 尚未办结，办结之前会一直提醒。请打开该记录，登记归还或办结。</translation>
  </message>
  <message>
   <source>{number} is there already, with the same person. Choose another person or place.</source>
   <translation>{number} 已在该处，使用人也未变。请选择其他人员或地点。</translation>
  </message>
  <message>
   <source>{number} is to be entered in the register: say its name, class and replacement value first.</source>
   <translation>{number} 要盘盈入账，请先填写名称、类别和重置价值。</translation>
  </message>
  <message>
   <source>{number} is voided. Choose another paper.</source>
   <translation>{number} 已作废，请选择其他单据。</translation>
  </message>
  <message>
   <source>{number} is with the fund already. Wait for its answer, or lodge a change that undoes it.</source>
   <translation>{number} 已经申报，请等待经办机构答复，或另报一条相反的变更。</translation>
  </message>
  <message>
   <source>{number} is with the tenant. Take it back instead.</source>
   <translation>{number} 已交付承租方，请办理收回。</translation>
  </message>
  <message>
   <source>{number} is with {outside}. Take it back first.</source>
   <translation>{number} 现在 {outside} 处，请先收回。</translation>
  </message>
  <message>
   <source>{number} is worth something else than when this was submitted. Return the disposal, so that it is submitted with the new amounts.</source>
   <translation>{number} 的账面价值在提交后有变动。请退回处置单，由经办人按新金额重新提交。</translation>
  </message>
  <message>
   <source>{number} is “{found}”: “{what}” does not fit that. Choose something else.</source>
   <translation>{number} 的盘点结果是“{found}”，不能“{what}”，请改选。</translation>
  </message>
  <message>
   <source>{number} is “{state}”, so this is not possible. Look at it again.</source>
   <translation>{number} 为“{state}”状态，不能办理，请重新查看。</translation>
  </message>
  <message>
   <source>{number} is “{state}”: that is not possible any more. Look at how it stands now.</source>
   <translation>{number} 现在是“{state}”，不能再这样做，请刷新后查看。</translation>
  </message>
  <message>
   <source>{number} lies in the packet {packet}, which is being prepared. Take it out of {packet} first.</source>
   <translation>{number} 在整理中的送审包 {packet} 里。请先从 {packet} 移出。</translation>
  </message>
  <message>
   <source>{number} lies in the packet {packet}. Take it out there first.</source>
   <translation>{number} 已在送审包 {packet} 里，请先从那里移出。</translation>
  </message>
  <message>
   <source>{number} moved on {day} still. Choose that day or a later one.</source>
   <translation>{number} 在 {day} 还有变动，请选择当天或以后的日期。</translation>
  </message>
  <message>
   <source>{number} moved on {day}. Choose that day or a later one.</source>
   <translation>{number} 在 {day} 有过变动，请选择该日或以后的日期。</translation>
  </message>
  <message>
   <source>{number} of the same kind is open for {name}. Go on with that one, or delete it first.</source>
   <translation>{name}已有同类未办结单据 {number}，请继续办理那一张，或先删除它。</translation>
  </message>
  <message>
   <source>{number} of the same person holds in these days. Renew or change that one, or end it first.</source>
   <translation>同一职工的 {number} 在此期间有效。请续签或变更该合同，或先终止。</translation>
  </message>
  <message>
   <source>{number} of {name} is still open with this fund. Finish or void it first.</source>
   <translation>{name} 的 {number} 尚未办结，请先办结或作废。</translation>
  </message>
  <message>
   <source>{number} owes no invoice any more. Reload it to see its invoices.</source>
   <translation>{number} 已不欠发票，请刷新后查看其发票。</translation>
  </message>
  <message>
   <source>{number} promises it to {holder} from {first} to {last}. Choose other days, or ask for sealed copies.</source>
   <translation>{number} 已约定 {first} 至 {last} 由{holder}借用，请改选日期或申请复印件盖章。</translation>
  </message>
  <message>
   <source>{number} stands here twice. Remove one of the lines.</source>
   <translation>{number} 重复出现，请删除其中一行。</translation>
  </message>
  <message>
   <source>{number} stands in the disposal {other} already. Take it out of one of them.</source>
   <translation>{number} 已在处置单 {other} 中，请从其中一张移除。</translation>
  </message>
  <message>
   <source>{number} stands in the disposal {other}. Take it off there, or wait until it is decided.</source>
   <translation>{number} 已列入处置单 {other}。请先从该单中移除，或等待审批结束。</translation>
  </message>
  <message>
   <source>{number} waits in payment batch {batch}. Confirm it there, or take it out first.</source>
   <translation>{number} 在付款批次 {batch} 中待付。请在那里确认，或先移出。</translation>
  </message>
  <message>
   <source>{number} was approved on {day}. Choose that day or a later one.</source>
   <translation>{number} 于 {day} 批准。请选择当日或以后的日期。</translation>
  </message>
  <message>
   <source>{number} was bought on {day}. Choose that day or a later one.</source>
   <translation>{number} 于 {day} 购入，请选择该日或以后的日期。</translation>
  </message>
  <message>
   <source>{number} was estimated anew before it was split or merged. Estimate it anew once more instead.</source>
   <translation>{number} 的估计变更发生在拆分或合并之前，不能撤销；请重新做一次估计变更。</translation>
  </message>
  <message>
   <source>{number} was found at several places: {place}. Explain it here, then split the card and move its parts.</source>
   <translation>{number} 在多处盘到：{place}。请在此说明原因，之后拆分卡片并分别更正地点。</translation>
  </message>
  <message>
   <source>{number} was found by {other} too and entered in the register there. Choose “Nothing” for it; if it is another thing, count it under another number.</source>
   <translation>{number} 在 {other} 中也已盘到并已入账。请改选“不处理”；如是另一件实物，请换一个编号盘点。</translation>
  </message>
  <message>
   <source>{number} was not won. Set the result first.</source>
   <translation>{number} 未中标，请先登记结果。</translation>
  </message>
  <message>
   <source>{on_hand} of it are still on hand. Issue or count them off first.</source>
   <translation>还有结存 {on_hand}。请先领用或盘减。</translation>
  </message>
  <message>
   <source>{other} uses {name} in its formula. Change that formula first.</source>
   <translation>“{other}”的公式用到了“{name}”。请先修改该公式。</translation>
  </message>
  <message>
   <source>{path} cannot be written. Choose another file.</source>
   <translation>无法写入 {path}。请您另选一个文件。</translation>
  </message>
  <message>
   <source>{path} cannot be written. Close it in other programs, or choose a folder you may write in.</source>
   <translation>无法写入 {path}。请在其他程序中关闭它，或换一个可写的文件夹。</translation>
  </message>
  <message>
   <source>{path} does not end in {ending}, the only kind of file this command writes. Name it so.</source>
   <translation>{path} 的扩展名不是 {ending}，此命令只能写出这种文件。请您修改文件名。</translation>
  </message>
  <message>
   <source>{path} is a folder. Name a file in it.</source>
   <translation>{path} 是文件夹。请您指定其中的文件名。</translation>
  </message>
  <message>
   <source>{scheme}:// is not understood. Name a folder, a .db or .sqlite file, or a postgresql:// address.</source>
   <translation>不支持 {scheme}://。请您指定文件夹、.db 或 .sqlite 文件，或 postgresql:// 地址。</translation>
  </message>
  <message>
   <source>{typed} is no account code: use letters, digits, dots and dashes, 20 signs at most.</source>
   <translation>{typed} 不是科目编码：请用字母、数字、点和横线，最多 20 位。</translation>
  </message>
  <message>
   <source>{typed} is no month: write it as 2026-11.</source>
   <translation>{typed} 不是月份：请写成 2026-11。</translation>
  </message>
  <message>
   <source>{value} has this identity number already. Compare both cards.</source>
   <translation>{value}已登记该证件号码，请核对两人的证件。</translation>
  </message>
  <message>
   <source>{value} is in the register already. Leave the row out or change the number.</source>
   <translation>{value} 已在台账中，请跳过该行或更改编号。</translation>
  </message>
  <message>
   <source>{value} lies before the day of publication.</source>
   <translation>{value}早于公告发布日。</translation>
  </message>
  <message>
   <source>{width} × {height} mm is too small for this form. It needs {min_width} × {min_height} mm at least.</source>
   <translation>{width} × {height} 毫米对这张表太小，至少需要 {min_width} × {min_height} 毫米。</translation>
  </message>
  <message>
   <source>¥{amount} are granted and not here yet. Note what came in, or correct what was granted; then finish it.</source>
   <translation>尚有 ¥{amount} 已批准未到账。请先登记到账，或更正批准金额，再办结。</translation>
  </message>
  <message>
   <source>“{level}” is waiting for {approver}, not for you.</source>
   <translation>“{level}”正在等待 {approver} 审批，不是您。</translation>
  </message>
  <message>
   <source>“{name}” has no column with asset numbers (资产编号). Use the exported list, or a table with that title.</source>
   <translation>“{name}”里没有“资产编号”一列。请使用导出的盘点表，或带有该列标题的表格。</translation>
  </message>
  <message>
   <source>“{name}” is no picture that can be read. Choose a photo or a scan of the label.</source>
   <translation>“{name}”不是能识别的图片，请选择标签的照片或扫描件。</translation>
  </message>
  <message>
   <source>“{name}” of this kind has the number {number} already. Open that one, or correct the number.</source>
   <translation>同种类的“{name}”已使用证号 {number}，请打开该证照或更正证号。</translation>
  </message>
  <message>
   <source>“{one}” and “{other}” cannot be deducted together. Remove one of them.</source>
   <translation>“{one}”与“{other}”不能同时扣除，请去掉其中一项。</translation>
  </message>
  <message>
   <source>“{place}” for {number} is no place of the register. Add the place, or choose something else for the asset.</source>
   <translation>{number} 的实盘地点“{place}”不在存放地点里。请先添加该地点，或改选其他处理意见。</translation>
  </message>
  <message>
   <source>“{text}” divides by zero. Correct the sum.</source>
   <translation>“{text}”除以了零，请更正算式。</translation>
  </message>
  <message>
   <source>“{text}” is no rate. Type a percentage from 0 to 100, such as 8.7.</source>
   <translation>“{text}”不是有效比例，请填写 0 至 100 的百分数，如 8.7。</translation>
  </message>
  <message>
   <source>“{text}” is no time. Write it like 09:30.</source>
   <translation>“{text}”不是时间，请按 09:30 填写。</translation>
  </message>
  <message>
   <source>“{text}” is not an amount. Enter it like 1,234.50 or =12*80+35.</source>
   <translation>“{text}”不是金额。请按 1,234.50 或 =12*80+35 的形式输入。</translation>
  </message>
  <message>
   <source>“{title}” cannot be deducted that often, or with that share. Correct it.</source>
   <translation>“{title}”的份数或分摊比例不符合规定，请更正。</translation>
  </message>
  <message>
   <source>“{title}” is claimed twice. Remove one of the two.</source>
   <translation>“{title}”重复填报，请去掉其中一项。</translation>
  </message>
  <message>
   <source>“{value}” is neither 男 nor 女. Correct it in the table.</source>
   <translation>“{value}”不是“男”或“女”，请在表格中更正。</translation>
  </message>
  <message>
   <source>“{value}” is no ID card number. Compare it with the card.</source>
   <translation>“{value}”不是身份证号码，请与证件核对。</translation>
  </message>
  <message>
   <source>“{value}” is no amount with two decimals at most. Correct it in the table.</source>
   <translation>“{value}”不是金额（最多两位小数），请在表格中更正。</translation>
  </message>
  <message>
   <source>“{value}” is no amount. Write 1860000 or 186万元.</source>
   <translation>“{value}”不是金额。请写成1860000或186万元。</translation>
  </message>
  <message>
   <source>“{value}” is no card number. Correct it in the table.</source>
   <translation>“{value}”不是卡号，请在表格中更正。</translation>
  </message>
  <message>
   <source>“{value}” is no day. Write 2026-12-31.</source>
   <translation>“{value}”不是日期。请写成2026-12-31。</translation>
  </message>
  <message>
   <source>“{value}” is no day. Write it as 2026-03-02.</source>
   <translation>“{value}”不是日期，请写成 2026-03-02。</translation>
  </message>
  <message>
   <source>“{value}” is no kind of employment we know. Correct it in the table.</source>
   <translation>用工形式“{value}”无法识别，请在表格中更正。</translation>
  </message>
  <message>
   <source>“{value}” is no method of depreciation. Correct it in the table.</source>
   <translation>“{value}”不是折旧方法，请在表格中更正。</translation>
  </message>
  <message>
   <source>“{value}” is no rate such as 5 %. Correct it in the table.</source>
   <translation>“{value}”不是比率（如 5%），请在表格中更正。</translation>
  </message>
  <message>
   <source>“{value}” is no state such as in use or idle. Correct it in the table.</source>
   <translation>“{value}”不是使用状况（如在用、闲置），请在表格中更正。</translation>
  </message>
  <message>
   <source>“{value}” is no whole number. Correct it in the table.</source>
   <translation>“{value}”不是整数，请在表格中更正。</translation>
  </message>
  <message>
   <source>“{value}” is taken already. Choose another one.</source>
   <translation>“{value}”已被使用，请换一个。</translation>
  </message>
  <message>
   <source>“{value}” stands in several rows. Correct the table.</source>
   <translation>“{value}”在多行出现，请更正表格。</translation>
  </message>
  <message>
   <source>“{word}” means something else in formulas. Choose another word.</source>
   <translation>“{word}”在公式中另有含义。请换一个名称。</translation>
  </message>
 </context>
 <context>
  <name>ExceptionBox</name>
  <message>
   <source>Copy details</source>
   <translation>复制详情</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>It is in the log. If it happens again, send the details to whoever looks after OpsDesk.</source>
   <translation>已记入日志。如再次出现，请把详情发给管理员。</translation>
  </message>
  <message>
   <source>Open log folder</source>
   <translation>打开日志文件夹</translation>
  </message>
  <message>
   <source>OpsDesk made a mistake</source>
   <translation>运营台出错了</translation>
  </message>
  <message>
   <source>Something went wrong inside OpsDesk. Nothing half done was saved; you can go on.</source>
   <translation>程序内部出错。没有保存任何未完成的内容，可以继续使用。</translation>
  </message>
 </context>
 <context>
  <name>Export</name>
  <message>
   <source>Characters the font does not have are printed as 〓: {codes}</source>
   <translation>字库没有的字打印为〓：{codes}</translation>
  </message>
  <message>
   <source>Excel workbook (*.xlsx)</source>
   <translation>Excel 工作簿 (*.xlsx)</translation>
  </message>
  <message>
   <source>Export the selected rows ({count})</source>
   <translation>导出选中的 {count} 行</translation>
  </message>
  <message>
   <source>Export what is shown</source>
   <translation>导出当前列表</translation>
  </message>
  <message>
   <source>Exporting…</source>
   <translation>正在导出…</translation>
  </message>
  <message>
   <source>Page {page} of {pages}</source>
   <translation>第 {page} 页 / 共 {pages} 页</translation>
  </message>
  <message>
   <source>This page</source>
   <translation>本页小计</translation>
  </message>
  <message>
   <source>{count} records</source>
   <translation>{count} 条</translation>
  </message>
  <message>
   <source>{count} rows are too many for this. Filter the list, or export it to Excel.</source>
   <translation>{count} 行太多了，请先筛选，或导出到 Excel。</translation>
  </message>
  <message>
   <source>{count} selected records</source>
   <translation>选中 {count} 条</translation>
  </message>
 </context>
 <context>
  <name>Field</name>
  <message>
   <source>0 ends it.</source>
   <translation>填 0 表示停发。</translation>
  </message>
  <message>
   <source>0 puts it at the end.</source>
   <translation>填 0 排在最后。</translation>
  </message>
  <message>
   <source>0 takes that of the insurance policy.</source>
   <translation>填 0 则采用社保参数中的最低工资。</translation>
  </message>
  <message>
   <source>0: free of rent.</source>
   <translation>填 0：免租。</translation>
  </message>
  <message>
   <source>0: no usual validity.</source>
   <translation>0 表示无固定有效期。</translation>
  </message>
  <message>
   <source>1 decides first.</source>
   <translation>1 最先审批。</translation>
  </message>
  <message>
   <source>1 is the dearest; cities that are not named are 3.</source>
   <translation>1 类最贵；没有列出的城市算 3 类。</translation>
  </message>
  <message>
   <source>1 leads the company, 2 heads a department, 3 everybody else.</source>
   <translation>1 公司领导，2 部门负责人，3 其他人员。</translation>
  </message>
  <message>
   <source>1, 2 or 3; empty means every city.</source>
   <translation>1、2 或 3；不填表示所有城市。</translation>
  </message>
  <message>
   <source>1, 2 or 3; empty means everybody.</source>
   <translation>1、2 或 3；不填表示所有人。</translation>
  </message>
  <message>
   <source>1120, 11-20, +3</source>
   <translation>1120、11-20、+3</translation>
  </message>
  <message>
   <source>12 months</source>
   <translation>满12个月</translation>
  </message>
  <message>
   <source>31 is the last day.</source>
   <translation>31 表示当月最后一天。</translation>
  </message>
  <message>
   <source>A dash means every kind.</source>
   <translation>横线表示所有单据。</translation>
  </message>
  <message>
   <source>A month</source>
   <translation>每月金额</translation>
  </message>
  <message>
   <source>A part is enough; with a minus it is taken back.</source>
   <translation>可分次收；填负数为冲回。</translation>
  </message>
  <message>
   <source>Absent</source>
   <translation>旷工</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>认可金额</translation>
  </message>
  <message>
   <source>Accepted on</source>
   <translation>验收日期</translation>
  </message>
  <message>
   <source>Account</source>
   <translation>付款账户</translation>
  </message>
  <message>
   <source>Account code</source>
   <translation>科目编码</translation>
  </message>
  <message>
   <source>Account holder</source>
   <translation>户名</translation>
  </message>
  <message>
   <source>Account in the books</source>
   <translation>会计科目</translation>
  </message>
  <message>
   <source>Account name</source>
   <translation>科目名称</translation>
  </message>
  <message>
   <source>Account number</source>
   <translation>账号</translation>
  </message>
  <message>
   <source>Account title</source>
   <translation>科目名称</translation>
  </message>
  <message>
   <source>Accumulated</source>
   <translation>累计折旧</translation>
  </message>
  <message>
   <source>Added</source>
   <translation>添加</translation>
  </message>
  <message>
   <source>Additional</source>
   <translation>专项附加</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>地址</translation>
  </message>
  <message>
   <source>Addressed to</source>
   <translation>致（单位）</translation>
  </message>
  <message>
   <source>Advance</source>
   <translation>借款单</translation>
  </message>
  <message>
   <source>Agency</source>
   <translation>代理机构</translation>
  </message>
  <message>
   <source>All of the lot, wherever you counted them.</source>
   <translation>整批合计，不论在哪里盘到。</translation>
  </message>
  <message>
   <source>Allowed classes</source>
   <translation>可乘坐席别</translation>
  </message>
  <message>
   <source>Alone: what nobody took by name.</source>
   <translation>只填部门：退没有记到个人名下的。</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>金额</translation>
  </message>
  <message>
   <source>Amount a month</source>
   <translation>每月金额</translation>
  </message>
  <message>
   <source>Amount in all</source>
   <translation>金额合计</translation>
  </message>
  <message>
   <source>Amount paid</source>
   <translation>已付金额</translation>
  </message>
  <message>
   <source>Amount received</source>
   <translation>到账金额</translation>
  </message>
  <message>
   <source>Annual</source>
   <translation>年假</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>答复意见</translation>
  </message>
  <message>
   <source>Answer: account</source>
   <translation>回单：账号</translation>
  </message>
  <message>
   <source>Answer: amount</source>
   <translation>回单：金额</translation>
  </message>
  <message>
   <source>Answer: payee</source>
   <translation>回单：户名</translation>
  </message>
  <message>
   <source>Answer: reason</source>
   <translation>回单：原因</translation>
  </message>
  <message>
   <source>Answer: reference</source>
   <translation>回单：流水号</translation>
  </message>
  <message>
   <source>Answer: result</source>
   <translation>回单：结果</translation>
  </message>
  <message>
   <source>Answered on</source>
   <translation>答复日期</translation>
  </message>
  <message>
   <source>Any day of the first month it counts in.</source>
   <translation>生效首月的任意一天。</translation>
  </message>
  <message>
   <source>Any day of the month.</source>
   <translation>当月任意一天。</translation>
  </message>
  <message>
   <source>Applied on</source>
   <translation>投递日期</translation>
  </message>
  <message>
   <source>Apply so many days before</source>
   <translation>提前申请天数</translation>
  </message>
  <message>
   <source>Approved until</source>
   <translation>批准借用至</translation>
  </message>
  <message>
   <source>Approver</source>
   <translation>审批人</translation>
  </message>
  <message>
   <source>Arrives</source>
   <translation>到达地</translation>
  </message>
  <message>
   <source>Article</source>
   <translation>物资</translation>
  </message>
  <message>
   <source>As it must stand on invoices.</source>
   <translation>与发票抬头一致。</translation>
  </message>
  <message>
   <source>As on the invoice, without deductible VAT.</source>
   <translation>按发票填写，不含可抵扣的增值税。</translation>
  </message>
  <message>
   <source>Asked for</source>
   <translation>申报金额</translation>
  </message>
  <message>
   <source>Asked for by</source>
   <translation>由谁要求</translation>
  </message>
  <message>
   <source>Asset</source>
   <translation>资产</translation>
  </message>
  <message>
   <source>Asset no.</source>
   <translation>资产编号</translation>
  </message>
  <message>
   <source>At least 6 characters. Empty: the last six of each ID number.</source>
   <translation>至少6位；留空则用各人身份证号后六位。</translation>
  </message>
  <message>
   <source>At the fund</source>
   <translation>申报进度</translation>
  </message>
  <message>
   <source>Attachments</source>
   <translation>附件</translation>
  </message>
  <message>
   <source>Authorised signer</source>
   <translation>授权人</translation>
  </message>
  <message>
   <source>Authority</source>
   <translation>受理机关</translation>
  </message>
  <message>
   <source>Average wage</source>
   <translation>月均工资</translation>
  </message>
  <message>
   <source>Back on</source>
   <translation>归还日期</translation>
  </message>
  <message>
   <source>Bank</source>
   <translation>开户行</translation>
  </message>
  <message>
   <source>Bank account</source>
   <translation>银行账号</translation>
  </message>
  <message>
   <source>Bank cards</source>
   <translation>工资卡</translation>
  </message>
  <message>
   <source>Bank code</source>
   <translation>联行号</translation>
  </message>
  <message>
   <source>Bank file</source>
   <translation>银行文件</translation>
  </message>
  <message>
   <source>Bank file format</source>
   <translation>银行文件格式</translation>
  </message>
  <message>
   <source>Bank's reference</source>
   <translation>银行流水号</translation>
  </message>
  <message>
   <source>Base</source>
   <translation>缴费基数</translation>
  </message>
  <message>
   <source>Base adjustment</source>
   <translation>基数调整</translation>
  </message>
  <message>
   <source>Base before</source>
   <translation>原基数</translation>
  </message>
  <message>
   <source>Basic</source>
   <translation>减除费用</translation>
  </message>
  <message>
   <source>Before this register began.</source>
   <translation>启用本台账以前已提的折旧。</translation>
  </message>
  <message>
   <source>Begins</source>
   <translation>开始日期</translation>
  </message>
  <message>
   <source>Begins the numbers of its cards: DZ-2026-0001.</source>
   <translation>资产编号的开头，如 DZ-2026-0001。</translation>
  </message>
  <message>
   <source>Begun on</source>
   <translation>开始日期</translation>
  </message>
  <message>
   <source>Belongs to</source>
   <translation>上级部门</translation>
  </message>
  <message>
   <source>Below this it runs short; 0: never.</source>
   <translation>低于此数提示缺货；0 为不提示。</translation>
  </message>
  <message>
   <source>Bid</source>
   <translation>投标</translation>
  </message>
  <message>
   <source>Bids until</source>
   <translation>投标截止</translation>
  </message>
  <message>
   <source>Bill</source>
   <translation>账单</translation>
  </message>
  <message>
   <source>Blind</source>
   <translation>盲盘</translation>
  </message>
  <message>
   <source>Blind: whoever counts does not see what is expected</source>
   <translation>盲盘：盘点时不显示账面信息</translation>
  </message>
  <message>
   <source>Bonus</source>
   <translation>年终奖</translation>
  </message>
  <message>
   <source>Born on</source>
   <translation>出生日期</translation>
  </message>
  <message>
   <source>Borrowed from</source>
   <translation>借用日期</translation>
  </message>
  <message>
   <source>Borrower</source>
   <translation>借用人</translation>
  </message>
  <message>
   <source>Bought on</source>
   <translation>购置日期</translation>
  </message>
  <message>
   <source>Bounced lines</source>
   <translation>退汇笔数</translation>
  </message>
  <message>
   <source>Bound by</source>
   <translation>装订人</translation>
  </message>
  <message>
   <source>Bound on</source>
   <translation>装订日期</translation>
  </message>
  <message>
   <source>Budget</source>
   <translation>预算（控制价）</translation>
  </message>
  <message>
   <source>Buyer</source>
   <translation>购买方</translation>
  </message>
  <message>
   <source>Buyer's tax number</source>
   <translation>购买方税号</translation>
  </message>
  <message>
   <source>By</source>
   <translation>期限</translation>
  </message>
  <message>
   <source>By law within 30 days of the notice.</source>
   <translation>依法应在中标通知书发出之日起 30 日内签订。</translation>
  </message>
  <message>
   <source>By which notice</source>
   <translation>批准文件</translation>
  </message>
  <message>
   <source>Calendar (F4)</source>
   <translation>日历 (F4)</translation>
  </message>
  <message>
   <source>Came back</source>
   <translation>已退金额</translation>
  </message>
  <message>
   <source>Came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Came in</source>
   <translation>到账金额</translation>
  </message>
  <message>
   <source>Campus talk, fair, website, recommendation …</source>
   <translation>校园招聘、招聘会、网络招聘、员工推荐等。</translation>
  </message>
  <message>
   <source>Card for the pay</source>
   <translation>工资卡号</translation>
  </message>
  <message>
   <source>Card no. or item</source>
   <translation>卡号或项目</translation>
  </message>
  <message>
   <source>Card number</source>
   <translation>卡号</translation>
  </message>
  <message>
   <source>Cards</source>
   <translation>名单</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>费用类别</translation>
  </message>
  <message>
   <source>Cause</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Cause of disposal</source>
   <translation>处置原因</translation>
  </message>
  <message>
   <source>Cause of the difference</source>
   <translation>差异原因</translation>
  </message>
  <message>
   <source>Certificate</source>
   <translation>证明种类</translation>
  </message>
  <message>
   <source>Certificate chosen</source>
   <translation>选用证照</translation>
  </message>
  <message>
   <source>Certificate holder</source>
   <translation>持有人</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>变更类型</translation>
  </message>
  <message>
   <source>Changes lodged later count for the next month.</source>
   <translation>之后申报的自次月生效。</translation>
  </message>
  <message>
   <source>Charged before</source>
   <translation>期初累计折旧</translation>
  </message>
  <message>
   <source>Charged up to</source>
   <translation>折旧计提至</translation>
  </message>
  <message>
   <source>Check code</source>
   <translation>校验码</translation>
  </message>
  <message>
   <source>Checked</source>
   <translation>核对结果</translation>
  </message>
  <message>
   <source>Checked on</source>
   <translation>体检日期</translation>
  </message>
  <message>
   <source>Checklist</source>
   <translation>资料清单</translation>
  </message>
  <message>
   <source>City</source>
   <translation>城市</translation>
  </message>
  <message>
   <source>City tier</source>
   <translation>城市类别</translation>
  </message>
  <message>
   <source>Claim</source>
   <translation>报销单</translation>
  </message>
  <message>
   <source>Claimant</source>
   <translation>报销人</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Class above</source>
   <translation>上级类别</translation>
  </message>
  <message>
   <source>Class of the tax law</source>
   <translation>税法资产类别</translation>
  </message>
  <message>
   <source>Class of travel</source>
   <translation>席别</translation>
  </message>
  <message>
   <source>Closed on</source>
   <translation>结束日期</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>编号</translation>
  </message>
  <message>
   <source>Codes begin with</source>
   <translation>编码字母</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>文件列</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>公司</translation>
  </message>
  <message>
   <source>Company %</source>
   <translation>单位 %</translation>
  </message>
  <message>
   <source>Company, fixed</source>
   <translation>单位定额</translation>
  </message>
  <message>
   <source>Compared with the rules in force</source>
   <translation>已与现行规定核对</translation>
  </message>
  <message>
   <source>Competitor</source>
   <translation>竞争对手</translation>
  </message>
  <message>
   <source>Component</source>
   <translation>薪资项目</translation>
  </message>
  <message>
   <source>Confirmed</source>
   <translation>已核实</translation>
  </message>
  <message>
   <source>Confirmed on</source>
   <translation>转正日期</translation>
  </message>
  <message>
   <source>Confirmed with the local notice</source>
   <translation>已与当地通知核对</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>联系人</translation>
  </message>
  <message>
   <source>Contract</source>
   <translation>合同编号</translation>
  </message>
  <message>
   <source>Contract amount</source>
   <translation>合同金额</translation>
  </message>
  <message>
   <source>Contract no.</source>
   <translation>合同编号</translation>
  </message>
  <message>
   <source>Contract number</source>
   <translation>合同号</translation>
  </message>
  <message>
   <source>Contract price</source>
   <translation>合同价</translation>
  </message>
  <message>
   <source>Contract until</source>
   <translation>合同期至</translation>
  </message>
  <message>
   <source>Control line</source>
   <translation>合计行</translation>
  </message>
  <message>
   <source>Copied rows</source>
   <translation>复制的内容</translation>
  </message>
  <message>
   <source>Copies</source>
   <translation>份数</translation>
  </message>
  <message>
   <source>Corrects month</source>
   <translation>更正月份</translation>
  </message>
  <message>
   <source>Corrects the month</source>
   <translation>更正月份</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>费用</translation>
  </message>
  <message>
   <source>Cost of one</source>
   <translation>单位成本</translation>
  </message>
  <message>
   <source>Cost of the repair</source>
   <translation>维修费用</translation>
  </message>
  <message>
   <source>Cost to the company</source>
   <translation>单位人工成本</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>张数</translation>
  </message>
  <message>
   <source>Counted by</source>
   <translation>盘点人</translation>
  </message>
  <message>
   <source>Counts for the insurance base</source>
   <translation>计入社保基数</translation>
  </message>
  <message>
   <source>Cumulative</source>
   <translation>累计金额</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>客户</translation>
  </message>
  <message>
   <source>Cut-off day</source>
   <translation>截止日</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Date of the invoice</source>
   <translation>开票日期</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Day it leaves</source>
   <translation>处置日期</translation>
  </message>
  <message>
   <source>Day it left</source>
   <translation>处置日期</translation>
  </message>
  <message>
   <source>Day of payment</source>
   <translation>发放日</translation>
  </message>
  <message>
   <source>Day of the count</source>
   <translation>盘点日</translation>
  </message>
  <message>
   <source>Day of the duty</source>
   <translation>义务期限</translation>
  </message>
  <message>
   <source>Day of the month</source>
   <translation>每月几号</translation>
  </message>
  <message>
   <source>Day of the notice</source>
   <translation>中标通知书日期</translation>
  </message>
  <message>
   <source>Day or last day</source>
   <translation>日期（截止）</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>天数</translation>
  </message>
  <message>
   <source>Days before</source>
   <translation>提前天数</translation>
  </message>
  <message>
   <source>Days before the end</source>
   <translation>提前天数</translation>
  </message>
  <message>
   <source>Days due</source>
   <translation>应出勤</translation>
  </message>
  <message>
   <source>Days for ages and split papers, pieces for invoices in a row.</source>
   <translation>发票时限和拆单填天数，连号发票填张数。</translation>
  </message>
  <message>
   <source>Days open before</source>
   <translation>提前可办天数</translation>
  </message>
  <message>
   <source>Days or pieces</source>
   <translation>天数或张数</translation>
  </message>
  <message>
   <source>Deadline</source>
   <translation>截止日</translation>
  </message>
  <message>
   <source>Decided for</source>
   <translation>代谁审批</translation>
  </message>
  <message>
   <source>Decides before me</source>
   <translation>在我之前审批</translation>
  </message>
  <message>
   <source>Decides first on the department's papers.</source>
   <translation>最先审批本部门的单据。</translation>
  </message>
  <message>
   <source>Declared base</source>
   <translation>申报基数</translation>
  </message>
  <message>
   <source>Declared on</source>
   <translation>申报日期</translation>
  </message>
  <message>
   <source>Deduct basic</source>
   <translation>扣减除费用</translation>
  </message>
  <message>
   <source>Deducted at once for tax</source>
   <translation>税务一次性扣除</translation>
  </message>
  <message>
   <source>Deduction</source>
   <translation>扣除项目</translation>
  </message>
  <message>
   <source>Deductions</source>
   <translation>专项附加扣除</translation>
  </message>
  <message>
   <source>Department</source>
   <translation>部门</translation>
  </message>
  <message>
   <source>Deposit</source>
   <translation>保证金</translation>
  </message>
  <message>
   <source>Deposit due back</source>
   <translation>应退日期</translation>
  </message>
  <message>
   <source>Deposit paid to</source>
   <translation>保证金收款单位</translation>
  </message>
  <message>
   <source>Deposit received</source>
   <translation>收到押金</translation>
  </message>
  <message>
   <source>Depreciation</source>
   <translation>折旧</translation>
  </message>
  <message>
   <source>Depreciation begins the month after.</source>
   <translation>次月起计提折旧。</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>摘要</translation>
  </message>
  <message>
   <source>Difference of the employee</source>
   <translation>个人补差</translation>
  </message>
  <message>
   <source>Difference of the employer</source>
   <translation>单位补差</translation>
  </message>
  <message>
   <source>Differences to the bill</source>
   <translation>账单差异</translation>
  </message>
  <message>
   <source>Disposed on</source>
   <translation>处置日期</translation>
  </message>
  <message>
   <source>Done before</source>
   <translation>以前累计</translation>
  </message>
  <message>
   <source>Done on</source>
   <translation>完成日期</translation>
  </message>
  <message>
   <source>Doubts</source>
   <translation>疑点</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>应还</translation>
  </message>
  <message>
   <source>Due back</source>
   <translation>应还日期</translation>
  </message>
  <message>
   <source>Due back on</source>
   <translation>预计归还日期</translation>
  </message>
  <message>
   <source>Due every … months</source>
   <translation>每几个月付租</translation>
  </message>
  <message>
   <source>Due from</source>
   <translation>可生成日</translation>
  </message>
  <message>
   <source>Due on</source>
   <translation>应收日</translation>
  </message>
  <message>
   <source>Duty</source>
   <translation>义务</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>电子邮箱</translation>
  </message>
  <message>
   <source>Each gets its own number.</source>
   <translation>每张各编一号。</translation>
  </message>
  <message>
   <source>Education</source>
   <translation>学历</translation>
  </message>
  <message>
   <source>Effect</source>
   <translation>作用</translation>
  </message>
  <message>
   <source>Employee</source>
   <translation>员工</translation>
  </message>
  <message>
   <source>Employee no.</source>
   <translation>工号</translation>
  </message>
  <message>
   <source>Employees' part</source>
   <translation>个人部分</translation>
  </message>
  <message>
   <source>Employer's part</source>
   <translation>单位部分</translation>
  </message>
  <message>
   <source>Empty for an open-ended contract.</source>
   <translation>无固定期限合同留空。</translation>
  </message>
  <message>
   <source>Empty gives the next number.</source>
   <translation>留空自动编号。</translation>
  </message>
  <message>
   <source>Empty keeps the present one.</source>
   <translation>不填则不变。</translation>
  </message>
  <message>
   <source>Empty makes a new one.</source>
   <translation>留空则新建一个送审包。</translation>
  </message>
  <message>
   <source>Empty means every category.</source>
   <translation>不填表示所有类别。</translation>
  </message>
  <message>
   <source>Empty means every department.</source>
   <translation>不填表示所有部门。</translation>
  </message>
  <message>
   <source>Empty means every project.</source>
   <translation>不填表示所有项目。</translation>
  </message>
  <message>
   <source>Empty takes it off.</source>
   <translation>留空则取消经费来源。</translation>
  </message>
  <message>
   <source>Empty takes the tick away.</source>
   <translation>留空即取消办结。</translation>
  </message>
  <message>
   <source>Empty until further notice.</source>
   <translation>留空表示长期有效。</translation>
  </message>
  <message>
   <source>Empty without probation.</source>
   <translation>无试用期则留空。</translation>
  </message>
  <message>
   <source>Empty writes one for each fund.</source>
   <translation>留空则社保、公积金各生成一条。</translation>
  </message>
  <message>
   <source>Empty: as before.</source>
   <translation>留空同原卡片。</translation>
  </message>
  <message>
   <source>Empty: as its class says.</source>
   <translation>留空按类别默认。</translation>
  </message>
  <message>
   <source>Empty: as the kind.</source>
   <translation>留空则同种类名称。</translation>
  </message>
  <message>
   <source>Empty: by their number.</source>
   <translation>留空按数量分摊。</translation>
  </message>
  <message>
   <source>Empty: counted from the day it was sent.</source>
   <translation>留空自送修日起算。</translation>
  </message>
  <message>
   <source>Empty: for every method.</source>
   <translation>留空适用于所有方式。</translation>
  </message>
  <message>
   <source>Empty: it does not end.</source>
   <translation>留空表示长期。</translation>
  </message>
  <message>
   <source>Empty: it is stored, to be issued later.</source>
   <translation>留空先入库，以后再领用。</translation>
  </message>
  <message>
   <source>Empty: it stays where it is.</source>
   <translation>留空则地点不变。</translation>
  </message>
  <message>
   <source>Empty: not done after all.</source>
   <translation>留空表示未完成。</translation>
  </message>
  <message>
   <source>Empty: that of the event.</source>
   <translation>留空则取活动的来源。</translation>
  </message>
  <message>
   <source>Empty: the agency, else the tendering party.</source>
   <translation>留空为代理机构，没有则为招标人。</translation>
  </message>
  <message>
   <source>Empty: the company.</source>
   <translation>留空为本公司。</translation>
  </message>
  <message>
   <source>Empty: the day it was bought when somebody has it, else when it is issued.</source>
   <translation>留空：有人使用的为购置日期，否则为领用之日。</translation>
  </message>
  <message>
   <source>Empty: the next number.</source>
   <translation>不填则自动编号。</translation>
  </message>
  <message>
   <source>Empty: the next one of its kind.</source>
   <translation>留空则按类别自动编号。</translation>
  </message>
  <message>
   <source>Empty: the person's.</source>
   <translation>留空取该员工所在部门。</translation>
  </message>
  <message>
   <source>Empty: to the end.</source>
   <translation>不填：到租期结束。</translation>
  </message>
  <message>
   <source>Empty: when it is issued; with a user, the day it came.</source>
   <translation>留空：以领用日为准；直接交付部门或使用人的，以到货日为准。</translation>
  </message>
  <message>
   <source>Empty: where it was before.</source>
   <translation>留空则放回原处。</translation>
  </message>
  <message>
   <source>Empty: with the last step.</source>
   <translation>留空：按最后一个步骤。</translation>
  </message>
  <message>
   <source>Empty: without end.</source>
   <translation>无固定期限则留空。</translation>
  </message>
  <message>
   <source>Empty: your own.</source>
   <translation>留空为本人所在部门。</translation>
  </message>
  <message>
   <source>Encoding</source>
   <translation>文件编码</translation>
  </message>
  <message>
   <source>Ended</source>
   <translation>结束日期</translation>
  </message>
  <message>
   <source>Ends</source>
   <translation>结束日期</translation>
  </message>
  <message>
   <source>Ends by</source>
   <translation>办理期限</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>招聘活动</translation>
  </message>
  <message>
   <source>Every so many months</source>
   <translation>每隔几个月</translation>
  </message>
  <message>
   <source>Every … months</source>
   <translation>间隔月数</translation>
  </message>
  <message>
   <source>Exempt</source>
   <translation>免税收入</translation>
  </message>
  <message>
   <source>Expected back on</source>
   <translation>预计取回日期</translation>
  </message>
  <message>
   <source>Explanation</source>
   <translation>处置说明</translation>
  </message>
  <message>
   <source>Family</source>
   <translation>家属</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>字段</translation>
  </message>
  <message>
   <source>File</source>
   <translation>附件</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>起始日期</translation>
  </message>
  <message>
   <source>First job began on</source>
   <translation>参加工作日期</translation>
  </message>
  <message>
   <source>First label of the sheet</source>
   <translation>从第几枚开始</translation>
  </message>
  <message>
   <source>First month</source>
   <translation>起始月份</translation>
  </message>
  <message>
   <source>First paid in</source>
   <translation>开始执行</translation>
  </message>
  <message>
   <source>First wage</source>
   <translation>首次取得工资</translation>
  </message>
  <message>
   <source>Follows</source>
   <translation>上一份合同</translation>
  </message>
  <message>
   <source>Follows from result and contract by itself.</source>
   <translation>随结果和签约自动计算。</translation>
  </message>
  <message>
   <source>For</source>
   <translation>用途</translation>
  </message>
  <message>
   <source>For certificates of a person.</source>
   <translation>个人证书填写。</translation>
  </message>
  <message>
   <source>For each period, none of it pro rata.</source>
   <translation>每期金额，不按天折算。</translation>
  </message>
  <message>
   <source>For example +7.</source>
   <translation>例如 +7。</translation>
  </message>
  <message>
   <source>For example 180, 90, 60, 30, 7.</source>
   <translation>例如 180, 90, 60, 30, 7。</translation>
  </message>
  <message>
   <source>For severance: three times of it is free of tax.</source>
   <translation>用于离职补偿金：三倍以内免税。</translation>
  </message>
  <message>
   <source>For the bid</source>
   <translation>投标项目</translation>
  </message>
  <message>
   <source>For the rows that name none.</source>
   <translation>用于没有写省份的行。</translation>
  </message>
  <message>
   <source>For what</source>
   <translation>采购事项</translation>
  </message>
  <message>
   <source>For whom</source>
   <translation>对应家属</translation>
  </message>
  <message>
   <source>Forfeited</source>
   <translation>没收金额</translation>
  </message>
  <message>
   <source>Form of the deposit</source>
   <translation>缴纳形式</translation>
  </message>
  <message>
   <source>Formula</source>
   <translation>公式</translation>
  </message>
  <message>
   <source>Found at</source>
   <translation>信息来源</translation>
  </message>
  <message>
   <source>Found on</source>
   <translation>登记日期</translation>
  </message>
  <message>
   <source>From</source>
   <translation>开始</translation>
  </message>
  <message>
   <source>From (MM-DD)</source>
   <translation>起（月-日）</translation>
  </message>
  <message>
   <source>From month</source>
   <translation>起始月</translation>
  </message>
  <message>
   <source>From place</source>
   <translation>发出地点</translation>
  </message>
  <message>
   <source>From the day</source>
   <translation>生效日期</translation>
  </message>
  <message>
   <source>From the month</source>
   <translation>起始月</translation>
  </message>
  <message>
   <source>From this amount on</source>
   <translation>金额达到</translation>
  </message>
  <message>
   <source>From where</source>
   <translation>转出地</translation>
  </message>
  <message>
   <source>Full name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Fund</source>
   <translation>险种</translation>
  </message>
  <message>
   <source>Funding source</source>
   <translation>经费来源</translation>
  </message>
  <message>
   <source>Gain or loss</source>
   <translation>处置损益</translation>
  </message>
  <message>
   <source>Given out on</source>
   <translation>发放日期</translation>
  </message>
  <message>
   <source>Grade</source>
   <translation>职级</translation>
  </message>
  <message>
   <source>Graduated on</source>
   <translation>毕业日期</translation>
  </message>
  <message>
   <source>Granted</source>
   <translation>批准金额</translation>
  </message>
  <message>
   <source>Gross pay</source>
   <translation>应发合计</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Handed out on</source>
   <translation>借出日期</translation>
  </message>
  <message>
   <source>Handled by</source>
   <translation>经办人</translation>
  </message>
  <message>
   <source>Handled on</source>
   <translation>处理日期</translation>
  </message>
  <message>
   <source>Head</source>
   <translation>负责人</translation>
  </message>
  <message>
   <source>Heads</source>
   <translation>人数</translation>
  </message>
  <message>
   <source>Health checks</source>
   <translation>体检</translation>
  </message>
  <message>
   <source>Held by</source>
   <translation>持证主体</translation>
  </message>
  <message>
   <source>Held on</source>
   <translation>举办日期</translation>
  </message>
  <message>
   <source>Highest base</source>
   <translation>基数上限</translation>
  </message>
  <message>
   <source>Hired</source>
   <translation>入职日期</translation>
  </message>
  <message>
   <source>Hired on</source>
   <translation>入职日期</translation>
  </message>
  <message>
   <source>Holder</source>
   <translation>持卡人</translation>
  </message>
  <message>
   <source>Hour</source>
   <translation>时</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>学时</translation>
  </message>
  <message>
   <source>Hours needed</source>
   <translation>所需学时</translation>
  </message>
  <message>
   <source>How it ends</source>
   <translation>离职类型</translation>
  </message>
  <message>
   <source>How many came</source>
   <translation>到货数量</translation>
  </message>
  <message>
   <source>How many cards</source>
   <translation>卡片张数</translation>
  </message>
  <message>
   <source>Identity document</source>
   <translation>证件类型</translation>
  </message>
  <message>
   <source>Identity number</source>
   <translation>证件号码</translation>
  </message>
  <message>
   <source>If it is passed</source>
   <translation>超标准时</translation>
  </message>
  <message>
   <source>Impression</source>
   <translation>面试评价</translation>
  </message>
  <message>
   <source>Improvement or revaluation; with a minus for an impairment.</source>
   <translation>改良或评估增值；减值填负数。</translation>
  </message>
  <message>
   <source>In a few words</source>
   <translation>补充说明</translation>
  </message>
  <message>
   <source>In an emergency</source>
   <translation>紧急联系人</translation>
  </message>
  <message>
   <source>In the base</source>
   <translation>计入基数</translation>
  </message>
  <message>
   <source>In the books</source>
   <translation>账面数</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>在用</translation>
  </message>
  <message>
   <source>In use since</source>
   <translation>启用日期</translation>
  </message>
  <message>
   <source>In which state, what is missing</source>
   <translation>归还情况、缺损</translation>
  </message>
  <message>
   <source>Income</source>
   <translation>收入</translation>
  </message>
  <message>
   <source>Injury</source>
   <translation>工伤假</translation>
  </message>
  <message>
   <source>Insurance change</source>
   <translation>参保变更</translation>
  </message>
  <message>
   <source>Insurance of the employees</source>
   <translation>个人三险一金</translation>
  </message>
  <message>
   <source>Interest</source>
   <translation>利息</translation>
  </message>
  <message>
   <source>Interviewed on</source>
   <translation>面试日期</translation>
  </message>
  <message>
   <source>Interviewer</source>
   <translation>面试官</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>发票</translation>
  </message>
  <message>
   <source>Invoice code</source>
   <translation>发票代码</translation>
  </message>
  <message>
   <source>Invoice due on</source>
   <translation>补票期限</translation>
  </message>
  <message>
   <source>Invoice number</source>
   <translation>发票号码</translation>
  </message>
  <message>
   <source>Invoice owed</source>
   <translation>欠票金额</translation>
  </message>
  <message>
   <source>Invoices</source>
   <translation>发票</translation>
  </message>
  <message>
   <source>Is to the policies</source>
   <translation>制度归类</translation>
  </message>
  <message>
   <source>Issued on</source>
   <translation>发证日期</translation>
  </message>
  <message>
   <source>Issuer</source>
   <translation>发证机关</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>险种</translation>
  </message>
  <message>
   <source>Its file</source>
   <translation>对应附件</translation>
  </message>
  <message>
   <source>Its part of the cost</source>
   <translation>拆出部分原值</translation>
  </message>
  <message>
   <source>Kept by</source>
   <translation>保管人</translation>
  </message>
  <message>
   <source>Kilometres or hours, for “units of use”.</source>
   <translation>工作量法填总里程或总工时。</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>种类</translation>
  </message>
  <message>
   <source>Kind of case</source>
   <translation>事项类型</translation>
  </message>
  <message>
   <source>Kind of certificate</source>
   <translation>证照种类</translation>
  </message>
  <message>
   <source>Kind of employment</source>
   <translation>用工形式</translation>
  </message>
  <message>
   <source>Kind of file</source>
   <translation>文件类型</translation>
  </message>
  <message>
   <source>Kind of identity card</source>
   <translation>证件类型</translation>
  </message>
  <message>
   <source>Kind of paper</source>
   <translation>单据种类</translation>
  </message>
  <message>
   <source>Known on</source>
   <translation>结果日期</translation>
  </message>
  <message>
   <source>Last act of the history</source>
   <translation>历史记录末条</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>最后一天</translation>
  </message>
  <message>
   <source>Last day at work</source>
   <translation>最后工作日</translation>
  </message>
  <message>
   <source>Last for</source>
   <translation>上期日期</translation>
  </message>
  <message>
   <source>Last month</source>
   <translation>截止月份</translation>
  </message>
  <message>
   <source>Last paper</source>
   <translation>上期单据</translation>
  </message>
  <message>
   <source>Last sign-in</source>
   <translation>最近登录</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>迟到次数</translation>
  </message>
  <message>
   <source>Law</source>
   <translation>适用规则</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>请假</translation>
  </message>
  <message>
   <source>Leave out the rows with problems</source>
   <translation>跳过有问题的行</translation>
  </message>
  <message>
   <source>Leaves</source>
   <translation>出发地</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>离职日期</translation>
  </message>
  <message>
   <source>Left out</source>
   <translation>跳过的一期</translation>
  </message>
  <message>
   <source>Leg</source>
   <translation>行程</translation>
  </message>
  <message>
   <source>Less accepted</source>
   <translation>未全额认可</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>级别</translation>
  </message>
  <message>
   <source>Level or class</source>
   <translation>等级</translation>
  </message>
  <message>
   <source>Life in months</source>
   <translation>使用月数</translation>
  </message>
  <message>
   <source>Limit</source>
   <translation>标准</translation>
  </message>
  <message>
   <source>Limits for lodging, allowances and entertainment look at this.</source>
   <translation>住宿、补助、招待等标准按这里归类。</translation>
  </message>
  <message>
   <source>Line of the request</source>
   <translation>申请明细</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>明细</translation>
  </message>
  <message>
   <source>Link</source>
   <translation>链接</translation>
  </message>
  <message>
   <source>Lives at</source>
   <translation>现住址</translation>
  </message>
  <message>
   <source>Local average wage of last year</source>
   <translation>当地上年平均工资</translation>
  </message>
  <message>
   <source>Locked until</source>
   <translation>锁定至</translation>
  </message>
  <message>
   <source>Lodge by</source>
   <translation>申报期限</translation>
  </message>
  <message>
   <source>Lodged on</source>
   <translation>送交日期</translation>
  </message>
  <message>
   <source>Lodged with</source>
   <translation>接收人</translation>
  </message>
  <message>
   <source>Login</source>
   <translation>登录名</translation>
  </message>
  <message>
   <source>Lot</source>
   <translation>标段</translation>
  </message>
  <message>
   <source>Low-stock line</source>
   <translation>最低库存</translation>
  </message>
  <message>
   <source>Lowest base</source>
   <translation>基数下限</translation>
  </message>
  <message>
   <source>Made by</source>
   <translation>制单人</translation>
  </message>
  <message>
   <source>Made on</source>
   <translation>建包日期</translation>
  </message>
  <message>
   <source>Manager</source>
   <translation>负责人</translation>
  </message>
  <message>
   <source>Marked on</source>
   <translation>标记日期</translation>
  </message>
  <message>
   <source>Marriage</source>
   <translation>婚假</translation>
  </message>
  <message>
   <source>Maternity</source>
   <translation>产假</translation>
  </message>
  <message>
   <source>May begin then</source>
   <translation>可开始日</translation>
  </message>
  <message>
   <source>May sign in</source>
   <translation>可以登录</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>付款方式</translation>
  </message>
  <message>
   <source>Minimum wage</source>
   <translation>最低工资</translation>
  </message>
  <message>
   <source>Minimum wage a month</source>
   <translation>月最低工资</translation>
  </message>
  <message>
   <source>Money expected by</source>
   <translation>预计到账日期</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>月份</translation>
  </message>
  <message>
   <source>Months</source>
   <translation>月数</translation>
  </message>
  <message>
   <source>Months at most</source>
   <translation>最长间隔月</translation>
  </message>
  <message>
   <source>Months charged before</source>
   <translation>期初已提月数</translation>
  </message>
  <message>
   <source>Months for tax</source>
   <translation>税法月数</translation>
  </message>
  <message>
   <source>Months left from there</source>
   <translation>自该月起剩余月数</translation>
  </message>
  <message>
   <source>Months valid</source>
   <translation>有效月数</translation>
  </message>
  <message>
   <source>More than one for a lot: 20 chairs.</source>
   <translation>成批的填件数，如 20 把椅子。</translation>
  </message>
  <message>
   <source>Mourning</source>
   <translation>丧假</translation>
  </message>
  <message>
   <source>Movement</source>
   <translation>变动</translation>
  </message>
  <message>
   <source>Must</source>
   <translation>必备</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Name of the level</source>
   <translation>级别名称</translation>
  </message>
  <message>
   <source>Name of the new card</source>
   <translation>新卡片名称</translation>
  </message>
  <message>
   <source>Names of components, 应出勤天数, 实出勤天数, 缺勤天数, 病假天数, 工作日加班, 休息日加班, 节假日加班, 标准; numbers, + − × ÷, min, max, round. Kinds that are fixed or one-off have none.</source>
   <translation>可用薪资项目名称、应出勤天数、实出勤天数、缺勤天数、病假天数、工作日加班、休息日加班、节假日加班、标准；数字、+ − × ÷、min、max、round。固定和一次性项目没有公式。</translation>
  </message>
  <message>
   <source>Nationality</source>
   <translation>国籍</translation>
  </message>
  <message>
   <source>Needs an invoice</source>
   <translation>需要发票</translation>
  </message>
  <message>
   <source>Net</source>
   <translation>金额（不含税）</translation>
  </message>
  <message>
   <source>Net pay</source>
   <translation>实发合计</translation>
  </message>
  <message>
   <source>Net value</source>
   <translation>净值</translation>
  </message>
  <message>
   <source>Net value to be written off</source>
   <translation>拟核销净值</translation>
  </message>
  <message>
   <source>New base</source>
   <translation>核定基数</translation>
  </message>
  <message>
   <source>New department</source>
   <translation>调入部门</translation>
  </message>
  <message>
   <source>New in it</source>
   <translation>其中新增</translation>
  </message>
  <message>
   <source>New password</source>
   <translation>新密码</translation>
  </message>
  <message>
   <source>New post</source>
   <translation>新岗位</translation>
  </message>
  <message>
   <source>Next due</source>
   <translation>下次体检</translation>
  </message>
  <message>
   <source>Next on</source>
   <translation>下期日期</translation>
  </message>
  <message>
   <source>Next year on</source>
   <translation>次年起</translation>
  </message>
  <message>
   <source>Nights</source>
   <translation>晚数</translation>
  </message>
  <message>
   <source>Nobody decides on their own papers: this says which are theirs.</source>
   <translation>谁也不能审批自己的单据，这里说明哪些是本人的。</translation>
  </message>
  <message>
   <source>Not before</source>
   <translation>推迟至</translation>
  </message>
  <message>
   <source>Not passed</source>
   <translation>未通过</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Note on the payment</source>
   <translation>付款备注</translation>
  </message>
  <message>
   <source>Notice given on</source>
   <translation>书面通知日</translation>
  </message>
  <message>
   <source>Notices</source>
   <translation>信息条数</translation>
  </message>
  <message>
   <source>Now with</source>
   <translation>现在在</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>编号</translation>
  </message>
  <message>
   <source>Number of the certificate</source>
   <translation>证号</translation>
  </message>
  <message>
   <source>OT holiday</source>
   <translation>节假日加班</translation>
  </message>
  <message>
   <source>OT rest</source>
   <translation>休息日加班</translation>
  </message>
  <message>
   <source>OT rest day</source>
   <translation>休息日加班</translation>
  </message>
  <message>
   <source>OT week</source>
   <translation>工作日加班</translation>
  </message>
  <message>
   <source>OT weekday</source>
   <translation>工作日加班</translation>
  </message>
  <message>
   <source>Occasion</source>
   <translation>发放事由</translation>
  </message>
  <message>
   <source>Of all of them together.</source>
   <translation>全部合计。</translation>
  </message>
  <message>
   <source>Of one card, without deductible VAT.</source>
   <translation>单张卡片，不含可抵扣的增值税。</translation>
  </message>
  <message>
   <source>Of the person, when the fund gave a new one.</source>
   <translation>个人账号，有新账号时填写。</translation>
  </message>
  <message>
   <source>Offer made on</source>
   <translation>发录用通知日</translation>
  </message>
  <message>
   <source>Official duplicates</source>
   <translation>副本数</translation>
  </message>
  <message>
   <source>On</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>On a day off, pay is due on the working day before.</source>
   <translation>遇休息日提前到前一个工作日发放。</translation>
  </message>
  <message>
   <source>On a sheet that was used before: which label is the first that is left, row by row.</source>
   <translation>用过的标签纸：按行数起，第一枚空白标签是第几枚。</translation>
  </message>
  <message>
   <source>On the day</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>On the day, or until</source>
   <translation>发生日期或截止日期</translation>
  </message>
  <message>
   <source>On the list</source>
   <translation>应盘数</translation>
  </message>
  <message>
   <source>One card for all of them</source>
   <translation>合建一张卡片</translation>
  </message>
  <message>
   <source>One for each, with spaces between.</source>
   <translation>每件一个，用空格分开。</translation>
  </message>
  <message>
   <source>One month below a year, two below three years, six from there on; only once (article 19).</source>
   <translation>不满一年的一个月，不满三年的两个月，三年以上及无固定期限六个月；只能约定一次（第十九条）。</translation>
  </message>
  <message>
   <source>One password for everybody</source>
   <translation>统一密码</translation>
  </message>
  <message>
   <source>One to six letters: BG makes BG-0001.</source>
   <translation>1～6 个字母：填 BG，编码为 BG-0001。</translation>
  </message>
  <message>
   <source>Only for “A certain user”.</source>
   <translation>仅用于“指定用户”。</translation>
  </message>
  <message>
   <source>Only for “Anyone with a role”.</source>
   <translation>仅用于“有此角色的人”。</translation>
  </message>
  <message>
   <source>Only where it lasts.</source>
   <translation>有起止时才填。</translation>
  </message>
  <message>
   <source>Opening deductions by item</source>
   <translation>年初扣除明细</translation>
  </message>
  <message>
   <source>Opening to</source>
   <translation>年初数截至</translation>
  </message>
  <message>
   <source>Or to somebody outside</source>
   <translation>或借给外单位</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>顺序</translation>
  </message>
  <message>
   <source>Original cost</source>
   <translation>原值</translation>
  </message>
  <message>
   <source>Originals</source>
   <translation>正本数</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>Our part</source>
   <translation>投标角色</translation>
  </message>
  <message>
   <source>Our price</source>
   <translation>我方报价</translation>
  </message>
  <message>
   <source>Our rank</source>
   <translation>我方名次</translation>
  </message>
  <message>
   <source>Outside body</source>
   <translation>外部单位</translation>
  </message>
  <message>
   <source>Outstanding</source>
   <translation>未还金额</translation>
  </message>
  <message>
   <source>Pack</source>
   <translation>打包</translation>
  </message>
  <message>
   <source>Pack, box, piece, metre …</source>
   <translation>包、盒、个、米等</translation>
  </message>
  <message>
   <source>Packet</source>
   <translation>送审包</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>页数</translation>
  </message>
  <message>
   <source>Paid before</source>
   <translation>累计已付</translation>
  </message>
  <message>
   <source>Paid by</source>
   <translation>出纳</translation>
  </message>
  <message>
   <source>Paid by the days worked below, % of the days due</source>
   <translation>出勤低于应出勤的百分之多少时按出勤计薪</translation>
  </message>
  <message>
   <source>Paid from</source>
   <translation>付款账户</translation>
  </message>
  <message>
   <source>Paid in the month</source>
   <translation>发放月份</translation>
  </message>
  <message>
   <source>Paid lines</source>
   <translation>已付笔数</translation>
  </message>
  <message>
   <source>Paid on</source>
   <translation>付款日期</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>表单</translation>
  </message>
  <message>
   <source>Papers</source>
   <translation>单据</translation>
  </message>
  <message>
   <source>Papers needed</source>
   <translation>所需材料</translation>
  </message>
  <message>
   <source>Papers, commas between</source>
   <translation>所需材料（顿号分隔）</translation>
  </message>
  <message>
   <source>Part of</source>
   <translation>上级部门</translation>
  </message>
  <message>
   <source>Partners</source>
   <translation>联合体成员</translation>
  </message>
  <message>
   <source>Passed</source>
   <translation>通过</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>密码</translation>
  </message>
  <message>
   <source>Paternity</source>
   <translation>陪产假</translation>
  </message>
  <message>
   <source>Pay by</source>
   <translation>付款期限</translation>
  </message>
  <message>
   <source>Pay component</source>
   <translation>薪资项目</translation>
  </message>
  <message>
   <source>Pay day</source>
   <translation>发放日</translation>
  </message>
  <message>
   <source>Pay day of the month</source>
   <translation>每月发薪日</translation>
  </message>
  <message>
   <source>Pay of</source>
   <translation>工资月份</translation>
  </message>
  <message>
   <source>Pay on sick leave, %</source>
   <translation>病假工资比例（%）</translation>
  </message>
  <message>
   <source>Pay was paid on</source>
   <translation>工资发放日期</translation>
  </message>
  <message>
   <source>Payee</source>
   <translation>收款单位</translation>
  </message>
  <message>
   <source>Payee's account</source>
   <translation>收款账号</translation>
  </message>
  <message>
   <source>Payee's bank</source>
   <translation>开户行</translation>
  </message>
  <message>
   <source>Payee's name</source>
   <translation>户名</translation>
  </message>
  <message>
   <source>Payment batch</source>
   <translation>付款批次</translation>
  </message>
  <message>
   <source>Payment day</source>
   <translation>付款日期</translation>
  </message>
  <message>
   <source>People</source>
   <translation>人数</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>人员</translation>
  </message>
  <message>
   <source>Person %</source>
   <translation>个人 %</translation>
  </message>
  <message>
   <source>Person in charge</source>
   <translation>负责人</translation>
  </message>
  <message>
   <source>Person, fixed</source>
   <translation>个人定额</translation>
  </message>
  <message>
   <source>Personal</source>
   <translation>事假</translation>
  </message>
  <message>
   <source>Personal status</source>
   <translation>个人身份</translation>
  </message>
  <message>
   <source>Personnel file kept at</source>
   <translation>档案存放地</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>电话</translation>
  </message>
  <message>
   <source>Pieces counted</source>
   <translation>实盘件数</translation>
  </message>
  <message>
   <source>Pieces taken off</source>
   <translation>拆出数量</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>地点</translation>
  </message>
  <message>
   <source>Place of the count</source>
   <translation>实盘地点</translation>
  </message>
  <message>
   <source>Please type a day like 1120, 11-20, 2026-11-20, +3 or today.</source>
   <translation>请输入日期，如 1120、11-20、2026-11-20、+3 或 今天。</translation>
  </message>
  <message>
   <source>Please type a quantity, for example 12 or 1.5.</source>
   <translation>请填写数量，例如 12 或 1.5。</translation>
  </message>
  <message>
   <source>Please type a whole number, for example 3.</source>
   <translation>请输入整数，例如 3。</translation>
  </message>
  <message>
   <source>Please type days or hours, for example 1.5.</source>
   <translation>请填写天数或小时数，例如 1.5。</translation>
  </message>
  <message>
   <source>Point out net pay that moves by more than, %</source>
   <translation>实发变动超过百分之多少时提示</translation>
  </message>
  <message>
   <source>Post</source>
   <translation>岗位</translation>
  </message>
  <message>
   <source>Posts</source>
   <translation>任职经历</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>报价</translation>
  </message>
  <message>
   <source>Price of one</source>
   <translation>单价</translation>
  </message>
  <message>
   <source>Price of the documents</source>
   <translation>文件费</translation>
  </message>
  <message>
   <source>Probation until</source>
   <translation>试用期至</translation>
  </message>
  <message>
   <source>Proceeds ex VAT</source>
   <translation>处置收入（不含税）</translation>
  </message>
  <message>
   <source>Project</source>
   <translation>项目</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>Published on</source>
   <translation>发布日期</translation>
  </message>
  <message>
   <source>Purpose</source>
   <translation>事由</translation>
  </message>
  <message>
   <source>Put together by</source>
   <translation>整理人</translation>
  </message>
  <message>
   <source>Qualifications asked for</source>
   <translation>资格要求</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>数量</translation>
  </message>
  <message>
   <source>Quantity found</source>
   <translation>实盘数量</translation>
  </message>
  <message>
   <source>Quantity on the card</source>
   <translation>卡片数量</translation>
  </message>
  <message>
   <source>Rank</source>
   <translation>名次</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>理由</translation>
  </message>
  <message>
   <source>Reason of the end</source>
   <translation>终止原因</translation>
  </message>
  <message>
   <source>Reasons</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>Receipt number</source>
   <translation>回执号</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>到款金额</translation>
  </message>
  <message>
   <source>Received in</source>
   <translation>到款账户</translation>
  </message>
  <message>
   <source>Received into</source>
   <translation>入账账户</translation>
  </message>
  <message>
   <source>Received on</source>
   <translation>收款日期</translation>
  </message>
  <message>
   <source>Red-letter invoice</source>
   <translation>红字发票</translation>
  </message>
  <message>
   <source>Reference contract</source>
   <translation>业绩合同</translation>
  </message>
  <message>
   <source>Register until</source>
   <translation>报名截止</translation>
  </message>
  <message>
   <source>Registered at</source>
   <translation>户籍地址</translation>
  </message>
  <message>
   <source>Registered payee</source>
   <translation>收款单位（登记）</translation>
  </message>
  <message>
   <source>Registration</source>
   <translation>户口性质</translation>
  </message>
  <message>
   <source>Relation</source>
   <translation>关系</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>Remind again on</source>
   <translation>再次提醒日期</translation>
  </message>
  <message>
   <source>Remind, days before</source>
   <translation>提前提醒天数</translation>
  </message>
  <message>
   <source>Reminded</source>
   <translation>催办时间</translation>
  </message>
  <message>
   <source>Renewed by</source>
   <translation>换发新证</translation>
  </message>
  <message>
   <source>Rent</source>
   <translation>租金</translation>
  </message>
  <message>
   <source>Rent was due until then</source>
   <translation>超期期间照收租金</translation>
  </message>
  <message>
   <source>Rents due</source>
   <translation>应收租金日期</translation>
  </message>
  <message>
   <source>Rents due from</source>
   <translation>应收日期起</translation>
  </message>
  <message>
   <source>Rents due to</source>
   <translation>应收日期止</translation>
  </message>
  <message>
   <source>Repayment</source>
   <translation>还款单</translation>
  </message>
  <message>
   <source>Replacement value</source>
   <translation>重置价值</translation>
  </message>
  <message>
   <source>Residual value</source>
   <translation>预计净残值</translation>
  </message>
  <message>
   <source>Residual value, %</source>
   <translation>残值率（%）</translation>
  </message>
  <message>
   <source>Responsible</source>
   <translation>标书负责人</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Result on</source>
   <translation>结果日期</translation>
  </message>
  <message>
   <source>Reversal</source>
   <translation>冲销单</translation>
  </message>
  <message>
   <source>Reverses</source>
   <translation>冲销</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>复盘</translation>
  </message>
  <message>
   <source>Rhythm</source>
   <translation>周期</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>角色</translation>
  </message>
  <message>
   <source>Roles</source>
   <translation>角色</translation>
  </message>
  <message>
   <source>Round</source>
   <translation>提交次数</translation>
  </message>
  <message>
   <source>Rounding</source>
   <translation>取整方式</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>行</translation>
  </message>
  <message>
   <source>Sanctioned</source>
   <translation>核定金额</translation>
  </message>
  <message>
   <source>Says the least life for tax.</source>
   <translation>决定税法最低折旧年限。</translation>
  </message>
  <message>
   <source>Scanned from</source>
   <translation>扫描来源</translation>
  </message>
  <message>
   <source>Scans</source>
   <translation>扫描次数</translation>
  </message>
  <message>
   <source>School</source>
   <translation>毕业院校</translation>
  </message>
  <message>
   <source>Scope</source>
   <translation>范围</translation>
  </message>
  <message>
   <source>Screened on</source>
   <translation>初筛日期</translation>
  </message>
  <message>
   <source>Seal of the history</source>
   <translation>历史封印</translation>
  </message>
  <message>
   <source>Sealed copies</source>
   <translation>盖章份数</translation>
  </message>
  <message>
   <source>Security deposit</source>
   <translation>押金</translation>
  </message>
  <message>
   <source>Seen on</source>
   <translation>收到日期</translation>
  </message>
  <message>
   <source>Seller</source>
   <translation>销售方</translation>
  </message>
  <message>
   <source>Seller's tax number</source>
   <translation>销售方税号</translation>
  </message>
  <message>
   <source>Separated by 、, for example 二等座、硬卧、经济舱.</source>
   <translation>用“、”分开，例如 二等座、硬卧、经济舱。</translation>
  </message>
  <message>
   <source>Serial number</source>
   <translation>序列号</translation>
  </message>
  <message>
   <source>Serial numbers</source>
   <translation>序列号</translation>
  </message>
  <message>
   <source>Set off</source>
   <translation>冲销金额</translation>
  </message>
  <message>
   <source>Settled by</source>
   <translation>办结人</translation>
  </message>
  <message>
   <source>Settled on</source>
   <translation>办结日期</translation>
  </message>
  <message>
   <source>Several cards: one number each, with spaces between.</source>
   <translation>多张卡片每张一个，用空格分开。</translation>
  </message>
  <message>
   <source>Sex</source>
   <translation>性别</translation>
  </message>
  <message>
   <source>Sex and birthday follow from the number of an ID card.</source>
   <translation>性别和出生日期由身份证号码自动带出。</translation>
  </message>
  <message>
   <source>Sheet of the tax client</source>
   <translation>扣缴端报表</translation>
  </message>
  <message>
   <source>Shorter notice agreed, or paid instead</source>
   <translation>双方同意缩短通知期，或已支付代通知金</translation>
  </message>
  <message>
   <source>Show all (F4)</source>
   <translation>全部列出 (F4)</translation>
  </message>
  <message>
   <source>Sick</source>
   <translation>病假</translation>
  </message>
  <message>
   <source>Sign by</source>
   <translation>签订期限</translation>
  </message>
  <message>
   <source>Signed as</source>
   <translation>签订方式</translation>
  </message>
  <message>
   <source>Signed for</source>
   <translation>已签收</translation>
  </message>
  <message>
   <source>Signed for on</source>
   <translation>签收日期</translation>
  </message>
  <message>
   <source>Signed on</source>
   <translation>签订日期</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>开始于</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>大小</translation>
  </message>
  <message>
   <source>Size of the labels</source>
   <translation>标签规格</translation>
  </message>
  <message>
   <source>Slip</source>
   <translation>单号</translation>
  </message>
  <message>
   <source>Slips</source>
   <translation>单据</translation>
  </message>
  <message>
   <source>Small letters, figures and _; formulas may use it, too.</source>
   <translation>小写字母、数字和 _；公式中也可使用。</translation>
  </message>
  <message>
   <source>Smaller numbers stand first in lists.</source>
   <translation>数字小的排在前面。</translation>
  </message>
  <message>
   <source>So early it is due to be made.</source>
   <translation>提前这么多天提醒生成。</translation>
  </message>
  <message>
   <source>Somebody joins and leaves with a personnel paper. A day entered here is kept as corrected by hand.</source>
   <translation>入职、离职请办理人事单据；在此修改日期将记为手工更正。</translation>
  </message>
  <message>
   <source>Somebody moves with a transfer paper. Another department, post or grade entered here is kept as corrected by hand.</source>
   <translation>调动请办理调动单；在此修改部门、岗位、职级将记为手工更正。</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>依据</translation>
  </message>
  <message>
   <source>Special</source>
   <translation>专项扣除</translation>
  </message>
  <message>
   <source>Specification</source>
   <translation>规格型号</translation>
  </message>
  <message>
   <source>Split from</source>
   <translation>拆分自</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>阶段</translation>
  </message>
  <message>
   <source>Stages and lists</source>
   <translation>阶段与清单</translation>
  </message>
  <message>
   <source>Stands with</source>
   <translation>部门 · 使用人 · 地点</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>开始日期</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>State of the paper</source>
   <translation>资料状态</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>步骤</translation>
  </message>
  <message>
   <source>Step of the renewal</source>
   <translation>换证步骤</translation>
  </message>
  <message>
   <source>Steps of the renewal</source>
   <translation>换证步骤</translation>
  </message>
  <message>
   <source>Stock-take</source>
   <translation>盘点单</translation>
  </message>
  <message>
   <source>Strips a page</source>
   <translation>每页条数</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>专业</translation>
  </message>
  <message>
   <source>Submitted by</source>
   <translation>提交人</translation>
  </message>
  <message>
   <source>Submitted on</source>
   <translation>提交日期</translation>
  </message>
  <message>
   <source>Substitute</source>
   <translation>代理人</translation>
  </message>
  <message>
   <source>Sum of the bases</source>
   <translation>基数合计</translation>
  </message>
  <message>
   <source>Supplier</source>
   <translation>供应商</translation>
  </message>
  <message>
   <source>Take those that are perhaps there too</source>
   <translation>疑似重复的也导入</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>税额</translation>
  </message>
  <message>
   <source>Tax book</source>
   <translation>税法折旧</translation>
  </message>
  <message>
   <source>Tax number</source>
   <translation>税号</translation>
  </message>
  <message>
   <source>Tax of the bonus</source>
   <translation>年终奖计税方式</translation>
  </message>
  <message>
   <source>Tax years</source>
   <translation>个税年度</translation>
  </message>
  <message>
   <source>Taxable</source>
   <translation>计税</translation>
  </message>
  <message>
   <source>Taxed</source>
   <translation>计税方式</translation>
  </message>
  <message>
   <source>Taxes and fees</source>
   <translation>税费</translation>
  </message>
  <message>
   <source>Template</source>
   <translation>模板</translation>
  </message>
  <message>
   <source>Tenant</source>
   <translation>承租人</translation>
  </message>
  <message>
   <source>Tender notice</source>
   <translation>招标信息</translation>
  </message>
  <message>
   <source>Tender number</source>
   <translation>招标编号</translation>
  </message>
  <message>
   <source>Tendering party</source>
   <translation>招标人</translation>
  </message>
  <message>
   <source>The building of a floor, the floor of a room.</source>
   <translation>楼层填所在楼，房间填所在楼层。</translation>
  </message>
  <message>
   <source>The calendar has no {day}. Please check the day and the month.</source>
   <translation>日历上没有 {day}，请核对月和日。</translation>
  </message>
  <message>
   <source>The claim that pays for it, if there is one.</source>
   <translation>付款的报销单，没有则留空。</translation>
  </message>
  <message>
   <source>The company's number with the fund</source>
   <translation>单位社保编号/公积金账号</translation>
  </message>
  <message>
   <source>The contract is due 30 days later.</source>
   <translation>合同应在其后 30 日内签订。</translation>
  </message>
  <message>
   <source>The day the table's accumulated depreciation counts to.</source>
   <translation>表中累计折旧的截止日。</translation>
  </message>
  <message>
   <source>The festival or quarter.</source>
   <translation>节日或季度。</translation>
  </message>
  <message>
   <source>The first rent is due on this day.</source>
   <translation>首期租金当日应付。</translation>
  </message>
  <message>
   <source>The fixed text</source>
   <translation>固定文字</translation>
  </message>
  <message>
   <source>The heading of its column; formulas may use it.</source>
   <translation>即工资表列名；公式中可使用。</translation>
  </message>
  <message>
   <source>The last day away.</source>
   <translation>请假的最后一天。</translation>
  </message>
  <message>
   <source>The last day it holds; empty until further notice.</source>
   <translation>执行的最后一天；不填表示长期有效。</translation>
  </message>
  <message>
   <source>The months are added by themselves.</source>
   <translation>生成时自动加上所属月份。</translation>
  </message>
  <message>
   <source>The sheet of a month pays the work of the same month</source>
   <translation>当月工资表发放当月工资</translation>
  </message>
  <message>
   <source>Their part of the cost</source>
   <translation>拆出部分原值</translation>
  </message>
  <message>
   <source>Their phone</source>
   <translation>紧急联系电话</translation>
  </message>
  <message>
   <source>This month</source>
   <translation>本月</translation>
  </message>
  <message>
   <source>Ticked off</source>
   <translation>勾选已备</translation>
  </message>
  <message>
   <source>Ticket</source>
   <translation>盘点票号</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>Time off</source>
   <translation>调休</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Title in the file</source>
   <translation>文件中的标题</translation>
  </message>
  <message>
   <source>Title of a new packet</source>
   <translation>新送审包名称</translation>
  </message>
  <message>
   <source>Title of the notice</source>
   <translation>项目名称</translation>
  </message>
  <message>
   <source>Titles of the answer</source>
   <translation>回单标题</translation>
  </message>
  <message>
   <source>To</source>
   <translation>结束</translation>
  </message>
  <message>
   <source>To (MM-DD)</source>
   <translation>止（月-日）</translation>
  </message>
  <message>
   <source>To a colleague</source>
   <translation>借给同事</translation>
  </message>
  <message>
   <source>To month</source>
   <translation>截止月</translation>
  </message>
  <message>
   <source>To place</source>
   <translation>调入地点</translation>
  </message>
  <message>
   <source>To whom</source>
   <translation>交给谁</translation>
  </message>
  <message>
   <source>Together</source>
   <translation>合计</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>价税合计</translation>
  </message>
  <message>
   <source>Total with tax</source>
   <translation>价税合计</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>培训内容</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Type or reason</source>
   <translation>参保类型/停保原因</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>计量单位</translation>
  </message>
  <message>
   <source>Units</source>
   <translation>工作量</translation>
  </message>
  <message>
   <source>Units in its life</source>
   <translation>总工作量</translation>
  </message>
  <message>
   <source>Units left from there</source>
   <translation>自该月起剩余工作量</translation>
  </message>
  <message>
   <source>Until now</source>
   <translation>原标准</translation>
  </message>
  <message>
   <source>Used by</source>
   <translation>使用人</translation>
  </message>
  <message>
   <source>User</source>
   <translation>用户</translation>
  </message>
  <message>
   <source>Usual cost</source>
   <translation>通常费用</translation>
  </message>
  <message>
   <source>Valid from</source>
   <translation>有效期起</translation>
  </message>
  <message>
   <source>Valid to</source>
   <translation>有效期至</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>值</translation>
  </message>
  <message>
   <source>Value added</source>
   <translation>价值增减</translation>
  </message>
  <message>
   <source>Vehicle</source>
   <translation>交通工具</translation>
  </message>
  <message>
   <source>Void</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>Void because</source>
   <translation>作废原因</translation>
  </message>
  <message>
   <source>Voucher</source>
   <translation>凭证号</translation>
  </message>
  <message>
   <source>Wages last year</source>
   <translation>上年工资薪金</translation>
  </message>
  <message>
   <source>Wages of the year</source>
   <translation>工资年度</translation>
  </message>
  <message>
   <source>Wanted by</source>
   <translation>需用日期</translation>
  </message>
  <message>
   <source>Warranty until</source>
   <translation>保修期至</translation>
  </message>
  <message>
   <source>Watched by</source>
   <translation>监盘人</translation>
  </message>
  <message>
   <source>Way of payment</source>
   <translation>付款方式</translation>
  </message>
  <message>
   <source>Way of tendering</source>
   <translation>招标方式</translation>
  </message>
  <message>
   <source>Weekly digest</source>
   <translation>招标周报</translation>
  </message>
  <message>
   <source>What</source>
   <translation>借用方式</translation>
  </message>
  <message>
   <source>What changed</source>
   <translation>变更类型</translation>
  </message>
  <message>
   <source>What for</source>
   <translation>用途</translation>
  </message>
  <message>
   <source>What happens</source>
   <translation>处理方式</translation>
  </message>
  <message>
   <source>What is done</source>
   <translation>处理意见</translation>
  </message>
  <message>
   <source>What is handled</source>
   <translation>事项</translation>
  </message>
  <message>
   <source>What is needed</source>
   <translation>所需资料</translation>
  </message>
  <message>
   <source>What is settled</source>
   <translation>办结事项</translation>
  </message>
  <message>
   <source>What it would cost today, for its new card.</source>
   <translation>按现在的市价，作为新卡片的原值。</translation>
  </message>
  <message>
   <source>What stands there</source>
   <translation>填写内容</translation>
  </message>
  <message>
   <source>What the accountant debits, for example 6602.01.</source>
   <translation>会计借记的科目，例如 6602.01。</translation>
  </message>
  <message>
   <source>What the seller did</source>
   <translation>销售方处理</translation>
  </message>
  <message>
   <source>When the change happened, or the last day to hand in.</source>
   <translation>变更发生的日期，或申报截止日期。</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>体检机构</translation>
  </message>
  <message>
   <source>Where the duplicates lie</source>
   <translation>副本存放处</translation>
  </message>
  <message>
   <source>Where the original lies</source>
   <translation>原件存放处</translation>
  </message>
  <message>
   <source>Which certificate</source>
   <translation>证照</translation>
  </message>
  <message>
   <source>Which date</source>
   <translation>日期类型</translation>
  </message>
  <message>
   <source>Which duty, of which year</source>
   <translation>哪项义务、哪一年度</translation>
  </message>
  <message>
   <source>Which one</source>
   <translation>第几份</translation>
  </message>
  <message>
   <source>Which one, 0 for any</source>
   <translation>第几份（0 为任一份）</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>经办人</translation>
  </message>
  <message>
   <source>Who decides</source>
   <translation>由谁审批</translation>
  </message>
  <message>
   <source>Who is away</source>
   <translation>请假人</translation>
  </message>
  <message>
   <source>Who pays, and whom packets are lodged with.</source>
   <translation>付款的单位，也是送审包送交的单位。</translation>
  </message>
  <message>
   <source>Who takes over</source>
   <translation>工作接交人</translation>
  </message>
  <message>
   <source>Whole life</source>
   <translation>总工作量</translation>
  </message>
  <message>
   <source>Whole place</source>
   <translation>完整地点</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>Why another amount came</source>
   <translation>到款差额说明</translation>
  </message>
  <message>
   <source>Why less</source>
   <translation>核减理由</translation>
  </message>
  <message>
   <source>Why not</source>
   <translation>问题</translation>
  </message>
  <message>
   <source>Why without them</source>
   <translation>缺件说明</translation>
  </message>
  <message>
   <source>Winning price</source>
   <translation>中标价</translation>
  </message>
  <message>
   <source>With</source>
   <translation>当前处理人</translation>
  </message>
  <message>
   <source>With them since</source>
   <translation>交到手上的时间</translation>
  </message>
  <message>
   <source>Withheld</source>
   <translation>已预扣税额</translation>
  </message>
  <message>
   <source>Within a month of the first day (article 10); empty until then.</source>
   <translation>自用工之日起一个月内签订（第十条），未签留空。</translation>
  </message>
  <message>
   <source>Without one, nothing can be sent to whoever is away.</source>
   <translation>不指定代理人，请假期间单据无法送审。</translation>
  </message>
  <message>
   <source>Won</source>
   <translation>中标</translation>
  </message>
  <message>
   <source>Words across every page</source>
   <translation>每页水印文字</translation>
  </message>
  <message>
   <source>Words that mean not yet</source>
   <translation>表示未处理完的词</translation>
  </message>
  <message>
   <source>Words that mean paid</source>
   <translation>表示已付的词</translation>
  </message>
  <message>
   <source>Worked</source>
   <translation>实出勤</translation>
  </message>
  <message>
   <source>Working days late</source>
   <translation>逾期工作日</translation>
  </message>
  <message>
   <source>Workshop</source>
   <translation>承修单位</translation>
  </message>
  <message>
   <source>Written by</source>
   <translation>制单人</translation>
  </message>
  <message>
   <source>Wrong passwords</source>
   <translation>密码错误次数</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>年度</translation>
  </message>
  <message>
   <source>Yearly duties</source>
   <translation>年度义务</translation>
  </message>
  <message>
   <source>Yearly duty</source>
   <translation>年度义务</translation>
  </message>
  <message>
   <source>Yuan</source>
   <translation>金额（元）</translation>
  </message>
  <message>
   <source>Yuan a month</source>
   <translation>元/月</translation>
  </message>
  <message>
   <source>Yuan a month, as declared; limits are applied by themselves.</source>
   <translation>按申报工资填写（元/月），上下限自动套用。</translation>
  </message>
  <message>
   <source>or months before</source>
   <translation>或提前月数</translation>
  </message>
  <message>
   <source>“{text}” is not in the list. Please choose one (F4 shows them).</source>
   <translation>列表里没有“{text}”，请选一个（按 F4 列出）。</translation>
  </message>
 </context>
 <context>
  <name>Filter</name>
  <message>
   <source>Add a filter</source>
   <translation>添加筛选</translation>
  </message>
  <message>
   <source>Add filter</source>
   <translation>添加</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Column</source>
   <translation>列</translation>
  </message>
  <message>
   <source>Comparison</source>
   <translation>比较</translation>
  </message>
  <message>
   <source>Please say what to compare with.</source>
   <translation>请填写要比较的值。</translation>
  </message>
  <message>
   <source>Take this filter away</source>
   <translation>去掉这个筛选</translation>
  </message>
  <message>
   <source>at least, from</source>
   <translation>不小于</translation>
  </message>
  <message>
   <source>at most, up to</source>
   <translation>不大于</translation>
  </message>
  <message>
   <source>between</source>
   <translation>介于</translation>
  </message>
  <message>
   <source>contains</source>
   <translation>包含</translation>
  </message>
  <message>
   <source>is</source>
   <translation>是</translation>
  </message>
  <message>
   <source>is empty</source>
   <translation>为空</translation>
  </message>
  <message>
   <source>is not</source>
   <translation>不是</translation>
  </message>
  <message>
   <source>is not empty</source>
   <translation>不为空</translation>
  </message>
  <message>
   <source>is one of</source>
   <translation>是其中之一</translation>
  </message>
  <message>
   <source>{column} contains “{value}”</source>
   <translation>{column} 包含“{value}”</translation>
  </message>
  <message>
   <source>{column} from {value}</source>
   <translation>{column} ≥ {value}</translation>
  </message>
  <message>
   <source>{column} is empty</source>
   <translation>{column} 为空</translation>
  </message>
  <message>
   <source>{column} is not empty</source>
   <translation>{column} 不为空</translation>
  </message>
  <message>
   <source>{column} is not {value}</source>
   <translation>{column} 不是 {value}</translation>
  </message>
  <message>
   <source>{column} is one of {value}</source>
   <translation>{column} 是 {value} 之一</translation>
  </message>
  <message>
   <source>{column} is {value}</source>
   <translation>{column} 是 {value}</translation>
  </message>
  <message>
   <source>{column} up to {value}</source>
   <translation>{column} ≤ {value}</translation>
  </message>
  <message>
   <source>{column} {first} to {last}</source>
   <translation>{column} {first} 至 {last}</translation>
  </message>
 </context>
 <context>
  <name>FirstStart</name>
  <message>
   <source>1. Which company is it?</source>
   <translation>1. 您的公司</translation>
  </message>
  <message>
   <source>18 letters and digits; invoices are checked against it</source>
   <translation>18 位统一社会信用代码，用于核对发票</translation>
  </message>
  <message>
   <source>2. What is your name?</source>
   <translation>2. 您叫什么名字？</translation>
  </message>
  <message>
   <source>3. What will you type to sign in?</source>
   <translation>3. 用什么登录名？</translation>
  </message>
  <message>
   <source>35 people and a year of claims, made up. Everything can be tried, nothing can be broken.</source>
   <translation>虚构的 35 人和一年的报销单。什么都可以试，不会弄坏。</translation>
  </message>
  <message>
   <source>4. Your password</source>
   <translation>4. 您的密码</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>所有文件 (*)</translation>
  </message>
  <message>
   <source>All of it can be changed later.</source>
   <translation>以后都可以修改。</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>开始</translation>
  </message>
  <message>
   <source>Begin with your own company</source>
   <translation>从自己的公司开始</translation>
  </message>
  <message>
   <source>Data will be kept in {place}</source>
   <translation>数据将保存在 {place}</translation>
  </message>
  <message>
   <source>Four questions, then you are signed in as its administrator.</source>
   <translation>回答四个问题，即以管理员身份登录。</translation>
  </message>
  <message>
   <source>Go on with the data of another computer, or from before.</source>
   <translation>继续使用其他电脑或以前的数据。</translation>
  </message>
  <message>
   <source>How would you like to begin?</source>
   <translation>您想怎样开始？</translation>
  </message>
  <message>
   <source>Its name</source>
   <translation>公司名称</translation>
  </message>
  <message>
   <source>Its tax number</source>
   <translation>公司税号</translation>
  </message>
  <message>
   <source>Look around in a sample company</source>
   <translation>看看示例公司</translation>
  </message>
  <message>
   <source>Open a backup</source>
   <translation>打开备份</translation>
  </message>
  <message>
   <source>OpsDesk backups (*.db)</source>
   <translation>运营台备份 (*.db)</translation>
  </message>
  <message>
   <source>Welcome to OpsDesk</source>
   <translation>欢迎使用运营台</translation>
  </message>
  <message>
   <source>Your company</source>
   <translation>您的公司</translation>
  </message>
  <message>
   <source>as on its invoices</source>
   <translation>与发票上一致</translation>
  </message>
  <message>
   <source>at least eight characters</source>
   <translation>至少八位</translation>
  </message>
  <message>
   <source>short, for example your initials</source>
   <translation>简短，例如姓名首字母</translation>
  </message>
 </context>
 <context>
  <name>Form</name>
  <message>
   <source>Absence</source>
   <translation>请假委托</translation>
  </message>
  <message>
   <source>Advance</source>
   <translation>借款单</translation>
  </message>
  <message>
   <source>Approval rule</source>
   <translation>审批规则</translation>
  </message>
  <message>
   <source>Article</source>
   <translation>物资</translation>
  </message>
  <message>
   <source>Asset card</source>
   <translation>资产卡片</translation>
  </message>
  <message>
   <source>Asset class</source>
   <translation>资产类别</translation>
  </message>
  <message>
   <source>Away, and who decides meanwhile</source>
   <translation>登记请假和代理人</translation>
  </message>
  <message>
   <source>Bank account</source>
   <translation>银行账户</translation>
  </message>
  <message>
   <source>Bank file format</source>
   <translation>银行文件格式</translation>
  </message>
  <message>
   <source>Benefit sheet</source>
   <translation>福利发放表</translation>
  </message>
  <message>
   <source>Bid</source>
   <translation>投标</translation>
  </message>
  <message>
   <source>Borrow a certificate</source>
   <translation>证照借用</translation>
  </message>
  <message>
   <source>Bring it back</source>
   <translation>找回</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Candidate</source>
   <translation>应聘者</translation>
  </message>
  <message>
   <source>Case</source>
   <translation>办理事项</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>费用类别</translation>
  </message>
  <message>
   <source>Certificate</source>
   <translation>证照</translation>
  </message>
  <message>
   <source>Change of pay</source>
   <translation>调薪单</translation>
  </message>
  <message>
   <source>Change the labour contract</source>
   <translation>变更劳动合同</translation>
  </message>
  <message>
   <source>Change the limit from a day on</source>
   <translation>从某日起调整标准</translation>
  </message>
  <message>
   <source>Checklist</source>
   <translation>资料清单</translation>
  </message>
  <message>
   <source>City</source>
   <translation>城市</translation>
  </message>
  <message>
   <source>Claim</source>
   <translation>报销单</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Confirmation after probation</source>
   <translation>转正单</translation>
  </message>
  <message>
   <source>Count supplies</source>
   <translation>物资盘点</translation>
  </message>
  <message>
   <source>Department</source>
   <translation>部门</translation>
  </message>
  <message>
   <source>Deposit</source>
   <translation>保证金</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>放弃</translation>
  </message>
  <message>
   <source>Discard it</source>
   <translation>不要了</translation>
  </message>
  <message>
   <source>Discard what you typed?</source>
   <translation>放弃刚才输入的内容吗？</translation>
  </message>
  <message>
   <source>Disposal</source>
   <translation>处置单</translation>
  </message>
  <message>
   <source>Employee</source>
   <translation>员工</translation>
  </message>
  <message>
   <source>Funding source</source>
   <translation>经费来源</translation>
  </message>
  <message>
   <source>Go on typing</source>
   <translation>继续填写</translation>
  </message>
  <message>
   <source>Insurance change</source>
   <translation>参保变更</translation>
  </message>
  <message>
   <source>Insurance policy</source>
   <translation>参保政策</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>发票</translation>
  </message>
  <message>
   <source>Issue supplies</source>
   <translation>物资领用</translation>
  </message>
  <message>
   <source>Kind of certificate</source>
   <translation>证照种类</translation>
  </message>
  <message>
   <source>Kind of supplies</source>
   <translation>物资类别</translation>
  </message>
  <message>
   <source>Labour contract</source>
   <translation>劳动合同</translation>
  </message>
  <message>
   <source>Lease</source>
   <translation>租约</translation>
  </message>
  <message>
   <source>Limit</source>
   <translation>标准</translation>
  </message>
  <message>
   <source>Loan of a certificate</source>
   <translation>证照借用</translation>
  </message>
  <message>
   <source>Move supplies</source>
   <translation>物资调拨</translation>
  </message>
  <message>
   <source>New advance</source>
   <translation>新建借款</translation>
  </message>
  <message>
   <source>New approval rule</source>
   <translation>新建审批规则</translation>
  </message>
  <message>
   <source>New article</source>
   <translation>新增物资</translation>
  </message>
  <message>
   <source>New asset</source>
   <translation>新增资产</translation>
  </message>
  <message>
   <source>New asset class</source>
   <translation>新增资产类别</translation>
  </message>
  <message>
   <source>New bank account</source>
   <translation>新建银行账户</translation>
  </message>
  <message>
   <source>New bank file format</source>
   <translation>新建银行文件格式</translation>
  </message>
  <message>
   <source>New benefit sheet</source>
   <translation>新建福利发放表</translation>
  </message>
  <message>
   <source>New bid</source>
   <translation>新建投标</translation>
  </message>
  <message>
   <source>New candidate</source>
   <translation>新增应聘者</translation>
  </message>
  <message>
   <source>New case</source>
   <translation>新建办理事项</translation>
  </message>
  <message>
   <source>New category</source>
   <translation>新建类别</translation>
  </message>
  <message>
   <source>New certificate</source>
   <translation>新增证照</translation>
  </message>
  <message>
   <source>New city</source>
   <translation>新建城市</translation>
  </message>
  <message>
   <source>New claim</source>
   <translation>新建报销</translation>
  </message>
  <message>
   <source>New department</source>
   <translation>新建部门</translation>
  </message>
  <message>
   <source>New deposit</source>
   <translation>新建保证金</translation>
  </message>
  <message>
   <source>New disposal</source>
   <translation>新建处置单</translation>
  </message>
  <message>
   <source>New employee</source>
   <translation>新建员工</translation>
  </message>
  <message>
   <source>New funding source</source>
   <translation>新建经费来源</translation>
  </message>
  <message>
   <source>New insurance change</source>
   <translation>新建参保变更</translation>
  </message>
  <message>
   <source>New insurance policy</source>
   <translation>新建参保政策</translation>
  </message>
  <message>
   <source>New kind of certificate</source>
   <translation>新增证照种类</translation>
  </message>
  <message>
   <source>New kind of supplies</source>
   <translation>新增物资类别</translation>
  </message>
  <message>
   <source>New labour contract</source>
   <translation>新签劳动合同</translation>
  </message>
  <message>
   <source>New lease</source>
   <translation>新增租约</translation>
  </message>
  <message>
   <source>New limit</source>
   <translation>新建标准</translation>
  </message>
  <message>
   <source>New pay component</source>
   <translation>新建薪资项目</translation>
  </message>
  <message>
   <source>New payee</source>
   <translation>新增收款单位</translation>
  </message>
  <message>
   <source>New payment request</source>
   <translation>新建付款申请单</translation>
  </message>
  <message>
   <source>New place</source>
   <translation>新增地点</translation>
  </message>
  <message>
   <source>New project</source>
   <translation>新建项目</translation>
  </message>
  <message>
   <source>New purchase request</source>
   <translation>新增采购申请</translation>
  </message>
  <message>
   <source>New recruiting event</source>
   <translation>新增招聘活动</translation>
  </message>
  <message>
   <source>New recurring paper</source>
   <translation>新建周期单据</translation>
  </message>
  <message>
   <source>New stock-take</source>
   <translation>新建盘点</translation>
  </message>
  <message>
   <source>New template</source>
   <translation>新建模板</translation>
  </message>
  <message>
   <source>New tender notice</source>
   <translation>登记招标信息</translation>
  </message>
  <message>
   <source>New travel claim</source>
   <translation>新建差旅费报销单</translation>
  </message>
  <message>
   <source>New user</source>
   <translation>新建用户</translation>
  </message>
  <message>
   <source>Paper invoice</source>
   <translation>纸质发票</translation>
  </message>
  <message>
   <source>Pay component</source>
   <translation>薪资项目</translation>
  </message>
  <message>
   <source>Payee</source>
   <translation>收款单位</translation>
  </message>
  <message>
   <source>Payment request</source>
   <translation>付款申请单</translation>
  </message>
  <message>
   <source>Personnel file</source>
   <translation>人事档案</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>存放地点</translation>
  </message>
  <message>
   <source>Project</source>
   <translation>项目</translation>
  </message>
  <message>
   <source>Purchase request</source>
   <translation>采购申请</translation>
  </message>
  <message>
   <source>Receive supplies</source>
   <translation>物资入库</translation>
  </message>
  <message>
   <source>Recruiting event</source>
   <translation>招聘活动</translation>
  </message>
  <message>
   <source>Recurring paper</source>
   <translation>周期单据</translation>
  </message>
  <message>
   <source>Renew the labour contract</source>
   <translation>续签劳动合同</translation>
  </message>
  <message>
   <source>Save  Ctrl+S</source>
   <translation>保存  Ctrl+S</translation>
  </message>
  <message>
   <source>Somebody joins</source>
   <translation>入职单</translation>
  </message>
  <message>
   <source>Somebody leaves</source>
   <translation>离职单</translation>
  </message>
  <message>
   <source>Stock-take</source>
   <translation>盘点计划</translation>
  </message>
  <message>
   <source>Take supplies back</source>
   <translation>物资退库</translation>
  </message>
  <message>
   <source>Template</source>
   <translation>清单模板</translation>
  </message>
  <message>
   <source>Tender notice</source>
   <translation>招标信息</translation>
  </message>
  <message>
   <source>Trainings</source>
   <translation>继续教育</translation>
  </message>
  <message>
   <source>Transfer</source>
   <translation>调动单</translation>
  </message>
  <message>
   <source>Travel claim</source>
   <translation>差旅费报销单</translation>
  </message>
  <message>
   <source>User</source>
   <translation>用户</translation>
  </message>
  <message>
   <source>You typed something here that was not saved.</source>
   <translation>这里有上次没有保存的内容。</translation>
  </message>
 </context>
 <context>
  <name>History</name>
  <message>
   <source>{before} → {after}</source>
   <translation>{before} → {after}</translation>
  </message>
  <message>
   <source>{field}: {value}</source>
   <translation>{field}：{value}</translation>
  </message>
 </context>
 <context>
  <name>Insurance</name>
  <message>
   <source>All the usual policies are here already.</source>
   <translation>常用政策均已存在。</translation>
  </message>
  <message>
   <source>Bases</source>
   <translation>缴费基数</translation>
  </message>
  <message>
   <source>Both funds</source>
   <translation>社保和公积金</translation>
  </message>
  <message>
   <source>Change the base…</source>
   <translation>变更基数…</translation>
  </message>
  <message>
   <source>Changes</source>
   <translation>变更记录</translation>
  </message>
  <message>
   <source>City is where they are insured from this month on.</source>
   <translation>“城市”填写自该月起的参保地。</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>单位</translation>
  </message>
  <message>
   <source>Company + person</source>
   <translation>单位 + 个人</translation>
  </message>
  <message>
   <source>Company and person, by month</source>
   <translation>各月缴费（单位 + 个人）</translation>
  </message>
  <message>
   <source>Company {employer}, person {employee}, together {total}</source>
   <translation>单位 {employer}，个人 {employee}，合计 {total}</translation>
  </message>
  <message>
   <source>Compared with the local notice</source>
   <translation>已与当地通知核对</translation>
  </message>
  <message>
   <source>Confirm the policy…</source>
   <translation>核对政策…</translation>
  </message>
  <message>
   <source>Confirmed by the fund: {count}</source>
   <translation>经办机构已确认：{count} 条</translation>
  </message>
  <message>
   <source>Confirm…</source>
   <translation>登记确认…</translation>
  </message>
  <message>
   <source>Declared</source>
   <translation>申报基数</translation>
  </message>
  <message>
   <source>Enter the policy…</source>
   <translation>录入政策…</translation>
  </message>
  <message>
   <source>Everybody is insured as they should be</source>
   <translation>参保情况正常</translation>
  </message>
  <message>
   <source>Forms of a month</source>
   <translation>当月申报表</translation>
  </message>
  <message>
   <source>Hide</source>
   <translation>收起</translation>
  </message>
  <message>
   <source>Insured</source>
   <translation>参保情况</translation>
  </message>
  <message>
   <source>Insured from this month on.</source>
   <translation>自该月起参保。</translation>
  </message>
  <message>
   <source>Join…</source>
   <translation>增员…</translation>
  </message>
  <message>
   <source>Limits</source>
   <translation>上下限</translation>
  </message>
  <message>
   <source>Limits of the base</source>
   <translation>基数上下限</translation>
  </message>
  <message>
   <source>Lodge by</source>
   <translation>申报期限</translation>
  </message>
  <message>
   <source>Lodged with the fund: {count}</source>
   <translation>登记申报：{count} 条</translation>
  </message>
  <message>
   <source>Lodge…</source>
   <translation>登记申报…</translation>
  </message>
  <message>
   <source>Next step</source>
   <translation>下一步</translation>
  </message>
  <message>
   <source>Not compared with the local notice yet</source>
   <translation>尚未与当地通知核对</translation>
  </message>
  <message>
   <source>Not insured here so far.</source>
   <translation>尚未在本单位参保。</translation>
  </message>
  <message>
   <source>Note it  Ctrl+S</source>
   <translation>登记  Ctrl+S</translation>
  </message>
  <message>
   <source>Nothing is paid for them in this month.</source>
   <translation>该月无缴费。</translation>
  </message>
  <message>
   <source>Nothing to do</source>
   <translation>无需处理</translation>
  </message>
  <message>
   <source>Open {number}</source>
   <translation>打开 {number}</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>个人</translation>
  </message>
  <message>
   <source>Preview  Ctrl+S</source>
   <translation>预览  Ctrl+S</translation>
  </message>
  <message>
   <source>Refused by the fund: {number}</source>
   <translation>经办机构退件：{number}</translation>
  </message>
  <message>
   <source>Resume…</source>
   <translation>续保…</translation>
  </message>
  <message>
   <source>Return  Ctrl+S</source>
   <translation>退回  Ctrl+S</translation>
  </message>
  <message>
   <source>Return {number}</source>
   <translation>退回 {number}</translation>
  </message>
  <message>
   <source>Save as workbook…</source>
   <translation>另存为 Excel…</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>展开</translation>
  </message>
  <message>
   <source>Stop…</source>
   <translation>减员…</translation>
  </message>
  <message>
   <source>Take back  Ctrl+S</source>
   <translation>撤回  Ctrl+S</translation>
  </message>
  <message>
   <source>Take {number} back</source>
   <translation>撤回 {number}</translation>
  </message>
  <message>
   <source>The change stops counting. Write it again when it is corrected.</source>
   <translation>该变更不再生效；更正后请重新填报。</translation>
  </message>
  <message>
   <source>The month before is the last one paid.</source>
   <translation>上个月为最后缴费月。</translation>
  </message>
  <message>
   <source>The new base counts from this month on.</source>
   <translation>自该月起按新基数缴费。</translation>
  </message>
  <message>
   <source>Try a wage</source>
   <translation>试算工资</translation>
  </message>
  <message>
   <source>Void  Ctrl+S</source>
   <translation>作废  Ctrl+S</translation>
  </message>
  <message>
   <source>Void {number}</source>
   <translation>作废 {number}</translation>
  </message>
  <message>
   <source>What</source>
   <translation>事项</translation>
  </message>
  <message>
   <source>What is missing ({count})</source>
   <translation>待办与缺漏（{count}）</translation>
  </message>
  <message>
   <source>What is the matter</source>
   <translation>情况</translation>
  </message>
  <message>
   <source>What these months cost on this base, less what was reckoned for them.</source>
   <translation>按此基数计算各月应缴，减去已计金额。</translation>
  </message>
  <message>
   <source>Why these amounts: {name}, {month}</source>
   <translation>金额由来：{name}，{month}</translation>
  </message>
  <message>
   <source>With the base there was; another one is a change of base.</source>
   <translation>按原基数续保；基数不同请另做基数变更。</translation>
  </message>
  <message>
   <source>a late fee on social insurance of 0.05 % a day runs from {day}</source>
   <translation>社保 {day} 起按日加收 0.05% 滞纳金</translation>
  </message>
  <message>
   <source>draws a pension, an engagement is no employment</source>
   <translation>已享受养老待遇，返聘不属劳动关系</translation>
  </message>
  <message>
   <source>insures themselves; only work injury is ours</source>
   <translation>可自行参保，单位只缴工伤</translation>
  </message>
  <message>
   <source>late fee on social insurance of 0.05 % a day since {day}, {amount} so far</source>
   <translation>社保 {day} 起按日 0.05% 滞纳金，累计约 {amount}</translation>
  </message>
  <message>
   <source>now</source>
   <translation>至今</translation>
  </message>
  <message>
   <source>on probation, to be insured all the same</source>
   <translation>试用期也须参保</translation>
  </message>
  <message>
   <source>students have no employment; insure accidents yourself</source>
   <translation>在校学生不属劳动关系，宜投意外险</translation>
  </message>
  <message>
   <source>the dispatching company insures them</source>
   <translation>由派遣单位参保</translation>
  </message>
  <message>
   <source>this month's bill about {amount}</source>
   <translation>本月应缴约 {amount}</translation>
  </message>
  <message>
   <source>works under a contract for services</source>
   <translation>劳务关系，不由单位参保</translation>
  </message>
  <message>
   <source>{base} from {month}</source>
   <translation>{base}（{month} 起）</translation>
  </message>
  <message>
   <source>{count} late</source>
   <translation>{count} 项逾期</translation>
  </message>
  <message>
   <source>{count} more to look at</source>
   <translation>另有 {count} 项待处理</translation>
  </message>
  <message>
   <source>{count} policies added. Compare them with the local notices.</source>
   <translation>已载入 {count} 套政策，请与当地通知核对。</translation>
  </message>
  <message>
   <source>{count} to join</source>
   <translation>待增员 {count} 人</translation>
  </message>
  <message>
   <source>{count} to join by {day}</source>
   <translation>待增员 {count} 人，最近期限 {day}</translation>
  </message>
  <message>
   <source>{count} to stop</source>
   <translation>待减员 {count} 人</translation>
  </message>
  <message>
   <source>{funds}: base {declared} is outside the limits of {city}, {base} counts</source>
   <translation>{funds}：申报基数 {declared} 超出{city}上下限，按 {base} 计</translation>
  </message>
  <message>
   <source>{funds}: insured, but no base is entered</source>
   <translation>{funds}：已参保，但未录入缴费基数</translation>
  </message>
  <message>
   <source>{funds}: left on {day}, still insured in {city}</source>
   <translation>{funds}：{day} 已离职，仍在{city}参保</translation>
  </message>
  <message>
   <source>{funds}: works here since {day}</source>
   <translation>{funds}：{day} 入职，未参保</translation>
  </message>
  <message>
   <source>{funds}: works here, the first day is not entered</source>
   <translation>{funds}：在职未参保，未录入入职日期</translation>
  </message>
  <message>
   <source>{funds}: {city} has no policy for this month, so nothing can be reckoned</source>
   <translation>{funds}：{city} 本月没有政策参数，无法计算</translation>
  </message>
  <message>
   <source>{funds}: {count} people are reckoned by the parameters of {city}, which nobody has confirmed: compare them with the notice</source>
   <translation>{funds}：{count} 人按{city}的政策参数计算，参数尚未确认，请与当地文件核对</translation>
  </message>
  <message>
   <source>{funds}: {number} is approved, lodge it by {day}</source>
   <translation>{funds}：{number} 已批准，请于 {day} 前申报</translation>
  </message>
  <message>
   <source>{funds}: {number} was lodged on {day} and is not confirmed yet</source>
   <translation>{funds}：{number} 已于 {day} 申报，尚未确认</translation>
  </message>
  <message>
   <source>{fund} {city} from {month}: {source}</source>
   <translation>{fund} {city} {month} 起：{source}</translation>
  </message>
  <message>
   <source>{number} is under way</source>
   <translation>{number} 办理中</translation>
  </message>
 </context>
 <context>
  <name>Invoice</name>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>导出</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>Invoices</source>
   <translation>张数</translation>
  </message>
  <message>
   <source>It is on {paper}: that paper cannot be approved or paid any more, and shows the mark.</source>
   <translation>该发票在单据 {paper} 上：标记后该单据不能再审批或付款，并会显示此标记。</translation>
  </message>
  <message>
   <source>Its paper</source>
   <translation>所在单据</translation>
  </message>
  <message>
   <source>List special invoices only</source>
   <translation>只列专用发票</translation>
  </message>
  <message>
   <source>List the invoices  Enter</source>
   <translation>列出发票  回车</translation>
  </message>
  <message>
   <source>Mark  Ctrl+S</source>
   <translation>标记  Ctrl+S</translation>
  </message>
  <message>
   <source>Mark invoice {number}</source>
   <translation>标记发票 {number}</translation>
  </message>
  <message>
   <source>Mark it</source>
   <translation>标记</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>月份</translation>
  </message>
  <message>
   <source>Net</source>
   <translation>金额</translation>
  </message>
  <message>
   <source>Not handed in for {days} days. Put it on a paper and submit that, or remove it.</source>
   <translation>收到 {days} 天仍未报销，请填单提交或删除。</translation>
  </message>
  <message>
   <source>Number, seller or amount</source>
   <translation>号码、销售方或金额</translation>
  </message>
  <message>
   <source>Only guessed, compare with the file: {fields}</source>
   <translation>以下为推测，请与原件核对：{fields}</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>打印</translation>
  </message>
  <message>
   <source>Read from a picture, {percent} % sure. Compare with the paper, then press Enter here.</source>
   <translation>图片识别，把握 {percent} %。请对照原件，无误后在此按回车。</translation>
  </message>
  <message>
   <source>Read from {places}</source>
   <translation>读自{places}</translation>
  </message>
  <message>
   <source>Red-letter invoice {red} takes back {number}. Mark {number} as red-lettered?</source>
   <translation>红字发票 {red} 冲销了 {number}。是否将 {number} 标记为已红冲？</translation>
  </message>
  <message>
   <source>Remove invoice {number} from the store, with its files?</source>
   <translation>确定从发票库删除发票 {number} 及其文件吗？</translation>
  </message>
  <message>
   <source>Space ticks, Enter takes</source>
   <translation>空格勾选，回车选取</translation>
  </message>
  <message>
   <source>Special invoices</source>
   <translation>其中专票张数</translation>
  </message>
  <message>
   <source>Take back  Ctrl+S</source>
   <translation>撤销  Ctrl+S</translation>
  </message>
  <message>
   <source>Take the mark of {number} back</source>
   <translation>撤销 {number} 的标记</translation>
  </message>
  <message>
   <source>Take these  Enter</source>
   <translation>选取  回车</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>税额</translation>
  </message>
  <message>
   <source>Tax of invoices by month</source>
   <translation>发票税额月度汇总</translation>
  </message>
  <message>
   <source>Tax on special invoices</source>
   <translation>其中专票税额</translation>
  </message>
  <message>
   <source>The store has no unused invoice. Drop files here instead.</source>
   <translation>发票库中没有未使用的发票，可直接拖入文件。</translation>
  </message>
  <message>
   <source>Together</source>
   <translation>合计</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>价税合计</translation>
  </message>
  <message>
   <source>Unused invoices of the store</source>
   <translation>发票库中未使用的发票</translation>
  </message>
  <message>
   <source>What it says</source>
   <translation>票面信息</translation>
  </message>
  <message>
   <source>Without what its seller red-lettered or cancelled</source>
   <translation>不含已红冲、已作废发票</translation>
  </message>
  <message>
   <source>amounts of its lines</source>
   <translation>明细金额</translation>
  </message>
  <message>
   <source>buyer</source>
   <translation>购买方</translation>
  </message>
  <message>
   <source>buyer's tax number</source>
   <translation>购买方税号</translation>
  </message>
  <message>
   <source>check code</source>
   <translation>校验码</translation>
  </message>
  <message>
   <source>code</source>
   <translation>发票代码</translation>
  </message>
  <message>
   <source>day</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>its XBRL data</source>
   <translation>XBRL 数据</translation>
  </message>
  <message>
   <source>net amount</source>
   <translation>金额</translation>
  </message>
  <message>
   <source>number</source>
   <translation>号码</translation>
  </message>
  <message>
   <source>reckoning</source>
   <translation>推算</translation>
  </message>
  <message>
   <source>seller</source>
   <translation>销售方</translation>
  </message>
  <message>
   <source>seller's tax number</source>
   <translation>销售方税号</translation>
  </message>
  <message>
   <source>tax</source>
   <translation>税额</translation>
  </message>
  <message>
   <source>the QR code</source>
   <translation>二维码</translation>
  </message>
  <message>
   <source>the XML file</source>
   <translation>XML 文件</translation>
  </message>
  <message>
   <source>the data inside the OFD</source>
   <translation>OFD 内数据</translation>
  </message>
  <message>
   <source>the data inside the PDF</source>
   <translation>PDF 内数据</translation>
  </message>
  <message>
   <source>the picture</source>
   <translation>图片识别</translation>
  </message>
  <message>
   <source>the picture, confirmed by hand</source>
   <translation>图片识别(已人工确认)</translation>
  </message>
  <message>
   <source>the text of the OFD</source>
   <translation>OFD 文字</translation>
  </message>
  <message>
   <source>the text of the PDF</source>
   <translation>PDF 文字</translation>
  </message>
  <message>
   <source>total</source>
   <translation>价税合计</translation>
  </message>
  <message>
   <source>what was typed by hand</source>
   <translation>手工填写</translation>
  </message>
  <message>
   <source>{count} taken back by the seller after payment</source>
   <translation>付款后被红冲或作废 {count} 张</translation>
  </message>
  <message>
   <source>{count} unused</source>
   <translation>未使用 {count} 张</translation>
  </message>
  <message>
   <source>{count} unused for more than {days} days, {amount}</source>
   <translation>超过 {days} 天未使用 {count} 张，{amount}</translation>
  </message>
  <message>
   <source>{paper} was paid already: ask {name} to pay {amount} back, or void the paper.</source>
   <translation>{paper} 已付款：请 {name} 退回 {amount}，或作废该单据。</translation>
  </message>
  <message>
   <source>{state} on {day}. {note}</source>
   <translation>{day} {state}。{note}</translation>
  </message>
  <message>
   <source>{which}; without what its seller red-lettered or cancelled</source>
   <translation>{which};不含已红冲、已作废发票</translation>
  </message>
 </context>
 <context>
  <name>Invoice pages</name>
  <message>
   <source>Back  PgUp</source>
   <translation>上一页  PgUp</translation>
  </message>
  <message>
   <source>Drawing the pages…</source>
   <translation>正在显示发票…</translation>
  </message>
  <message>
   <source>Invoice pages</source>
   <translation>发票原件</translation>
  </message>
  <message>
   <source>Larger  Ctrl++</source>
   <translation>放大  Ctrl++</translation>
  </message>
  <message>
   <source>On  PgDown</source>
   <translation>下一页  PgDown</translation>
  </message>
  <message>
   <source>Smaller  Ctrl+-</source>
   <translation>缩小  Ctrl+-</translation>
  </message>
  <message>
   <source>The file cannot be drawn; this is what was read or typed.</source>
   <translation>文件无法显示，以下是读取或录入的内容。</translation>
  </message>
  <message>
   <source>The invoices of the selected paper appear here.</source>
   <translation>选中单据的发票显示在这里。</translation>
  </message>
  <message>
   <source>This paper has no invoices.</source>
   <translation>本单没有发票。</translation>
  </message>
  <message>
   <source>{number}, registered data</source>
   <translation>{number} 登记数据</translation>
  </message>
 </context>
 <context>
  <name>Label</name>
  <message>
   <source>01 to an employer in the district</source>
   <translation>01 转区内其他单位</translation>
  </message>
  <message>
   <source>02 moves out of the district</source>
   <translation>02 转区外</translation>
  </message>
  <message>
   <source>03 paused (left, dismissed)</source>
   <translation>03 暂停（辞职、辞退）</translation>
  </message>
  <message>
   <source>04 leaves the insurance</source>
   <translation>04 退保</translation>
  </message>
  <message>
   <source>05 retires</source>
   <translation>05 退休</translation>
  </message>
  <message>
   <source>06 died in service</source>
   <translation>06 在职死亡</translation>
  </message>
  <message>
   <source>181–365 days</source>
   <translation>181–365 天</translation>
  </message>
  <message>
   <source>1–30 days</source>
   <translation>1–30 天</translation>
  </message>
  <message>
   <source>31–60 days</source>
   <translation>31–60 天</translation>
  </message>
  <message>
   <source>61–90 days</source>
   <translation>61–90 天</translation>
  </message>
  <message>
   <source>91–180 days</source>
   <translation>91–180 天</translation>
  </message>
  <message>
   <source>&gt; 365 days</source>
   <translation>365 天以上</translation>
  </message>
  <message>
   <source>A certain user</source>
   <translation>指定用户</translation>
  </message>
  <message>
   <source>A insured for the first time</source>
   <translation>A 首次参保</translation>
  </message>
  <message>
   <source>Absence</source>
   <translation>请假委托</translation>
  </message>
  <message>
   <source>Absent</source>
   <translation>旷工</translation>
  </message>
  <message>
   <source>Add papers</source>
   <translation>添加单据</translation>
  </message>
  <message>
   <source>Add the invoice</source>
   <translation>补发票</translation>
  </message>
  <message>
   <source>Added a signer</source>
   <translation>加签</translation>
  </message>
  <message>
   <source>Administrator</source>
   <translation>管理员</translation>
  </message>
  <message>
   <source>Advance</source>
   <translation>借款单</translation>
  </message>
  <message>
   <source>Age of invoices</source>
   <translation>发票时限</translation>
  </message>
  <message>
   <source>Agreement on services</source>
   <translation>劳务协议</translation>
  </message>
  <message>
   <source>Air itinerary</source>
   <translation>航空行程单</translation>
  </message>
  <message>
   <source>All right</source>
   <translation>通过</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>金额</translation>
  </message>
  <message>
   <source>Amount changed</source>
   <translation>金额变更</translation>
  </message>
  <message>
   <source>Amount differs</source>
   <translation>金额不符</translation>
  </message>
  <message>
   <source>Amount unreadable</source>
   <translation>金额无法识别</translation>
  </message>
  <message>
   <source>Anniversary</source>
   <translation>周年</translation>
  </message>
  <message>
   <source>Announcement</source>
   <translation>公告</translation>
  </message>
  <message>
   <source>Annual bonus</source>
   <translation>年终奖</translation>
  </message>
  <message>
   <source>Annual leave</source>
   <translation>年假</translation>
  </message>
  <message>
   <source>Annual report</source>
   <translation>年度报告</translation>
  </message>
  <message>
   <source>Another company's</source>
   <translation>非本公司</translation>
  </message>
  <message>
   <source>Another company's label</source>
   <translation>其他公司的标签</translation>
  </message>
  <message>
   <source>Another list has counted it differently</source>
   <translation>另一份清单盘得的数目不同</translation>
  </message>
  <message>
   <source>Another reason</source>
   <translation>其他原因</translation>
  </message>
  <message>
   <source>Answered</source>
   <translation>已答复</translation>
  </message>
  <message>
   <source>Anyone with a role</source>
   <translation>指定角色</translation>
  </message>
  <message>
   <source>Application</source>
   <translation>新申请</translation>
  </message>
  <message>
   <source>Applied</source>
   <translation>已投递</translation>
  </message>
  <message>
   <source>Applied for</source>
   <translation>办理中</translation>
  </message>
  <message>
   <source>Apply by</source>
   <translation>最晚申请</translation>
  </message>
  <message>
   <source>Approval rule</source>
   <translation>审批规则</translation>
  </message>
  <message>
   <source>Approve</source>
   <translation>同意</translation>
  </message>
  <message>
   <source>Approved</source>
   <translation>已同意</translation>
  </message>
  <message>
   <source>Archived</source>
   <translation>已归档</translation>
  </message>
  <message>
   <source>Article</source>
   <translation>物资</translation>
  </message>
  <message>
   <source>Asset</source>
   <translation>固定资产</translation>
  </message>
  <message>
   <source>Asset back</source>
   <translation>资产归还</translation>
  </message>
  <message>
   <source>Asset class</source>
   <translation>资产类别</translation>
  </message>
  <message>
   <source>Assets and equipment returned</source>
   <translation>资产及办公用品归还</translation>
  </message>
  <message>
   <source>At the bank</source>
   <translation>银行处理中</translation>
  </message>
  <message>
   <source>At the fund</source>
   <translation>已申报</translation>
  </message>
  <message>
   <source>Attendance</source>
   <translation>月考勤</translation>
  </message>
  <message>
   <source>Auditor</source>
   <translation>审计员</translation>
  </message>
  <message>
   <source>Authorisation</source>
   <translation>授权文件</translation>
  </message>
  <message>
   <source>B insured here again</source>
   <translation>B 本单位中断后续保</translation>
  </message>
  <message>
   <source>Bachelor</source>
   <translation>本科</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>已归还</translation>
  </message>
  <message>
   <source>Back payment</source>
   <translation>补缴</translation>
  </message>
  <message>
   <source>Bank account</source>
   <translation>银行账号</translation>
  </message>
  <message>
   <source>Bank card</source>
   <translation>银行卡</translation>
  </message>
  <message>
   <source>Bank file format</source>
   <translation>银行文件格式</translation>
  </message>
  <message>
   <source>Bank guarantee</source>
   <translation>银行保函</translation>
  </message>
  <message>
   <source>Bank transfer</source>
   <translation>银行转账</translation>
  </message>
  <message>
   <source>Base</source>
   <translation>缴费基数</translation>
  </message>
  <message>
   <source>Base adjustment</source>
   <translation>基数调整</translation>
  </message>
  <message>
   <source>Base adjustment line</source>
   <translation>基数调整明细</translation>
  </message>
  <message>
   <source>Base changed</source>
   <translation>基数变更</translation>
  </message>
  <message>
   <source>Base outside the limits</source>
   <translation>基数超限</translation>
  </message>
  <message>
   <source>Basic account</source>
   <translation>基本户</translation>
  </message>
  <message>
   <source>Being prepared</source>
   <translation>整理中</translation>
  </message>
  <message>
   <source>Below zero</source>
   <translation>小于零</translation>
  </message>
  <message>
   <source>Benefit sheet</source>
   <translation>福利发放表</translation>
  </message>
  <message>
   <source>Bereavement leave</source>
   <translation>丧假</translation>
  </message>
  <message>
   <source>Bid</source>
   <translation>投标项目</translation>
  </message>
  <message>
   <source>Bid deposit</source>
   <translation>投标保证金</translation>
  </message>
  <message>
   <source>Bidding</source>
   <translation>已转投标</translation>
  </message>
  <message>
   <source>Both agreed</source>
   <translation>协商一致</translation>
  </message>
  <message>
   <source>Bounced</source>
   <translation>退汇</translation>
  </message>
  <message>
   <source>Bound month</source>
   <translation>已装订月份</translation>
  </message>
  <message>
   <source>Brought back</source>
   <translation>归还</translation>
  </message>
  <message>
   <source>Buildings</source>
   <translation>房屋、建筑物</translation>
  </message>
  <message>
   <source>By attendance</source>
   <translation>按出勤</translation>
  </message>
  <message>
   <source>By event</source>
   <translation>按活动</translation>
  </message>
  <message>
   <source>By formula</source>
   <translation>公式</translation>
  </message>
  <message>
   <source>By kind</source>
   <translation>按类别</translation>
  </message>
  <message>
   <source>By month</source>
   <translation>按月</translation>
  </message>
  <message>
   <source>By month handed in</source>
   <translation>按提交月份</translation>
  </message>
  <message>
   <source>By month of issue</source>
   <translation>按开票月份</translation>
  </message>
  <message>
   <source>By person responsible</source>
   <translation>按负责人</translation>
  </message>
  <message>
   <source>By post</source>
   <translation>按岗位</translation>
  </message>
  <message>
   <source>By province</source>
   <translation>按省份</translation>
  </message>
  <message>
   <source>By source</source>
   <translation>按来源</translation>
  </message>
  <message>
   <source>C comes from outside the district</source>
   <translation>C 区外转入</translation>
  </message>
  <message>
   <source>CSV text</source>
   <translation>CSV 文本</translation>
  </message>
  <message>
   <source>Cadre</source>
   <translation>干部</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>已取消</translation>
  </message>
  <message>
   <source>Candidate</source>
   <translation>应聘者</translation>
  </message>
  <message>
   <source>Cannot be reckoned: correct its numbers</source>
   <translation>无法计算期限，请更正数字</translation>
  </message>
  <message>
   <source>Care of infants</source>
   <translation>3岁以下婴幼儿照护</translation>
  </message>
  <message>
   <source>Care of the elderly</source>
   <translation>赡养老人</translation>
  </message>
  <message>
   <source>Case ends</source>
   <translation>事项期限</translation>
  </message>
  <message>
   <source>Cash</source>
   <translation>现金</translation>
  </message>
  <message>
   <source>Cash box</source>
   <translation>现金</translation>
  </message>
  <message>
   <source>Cashier</source>
   <translation>出纳</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>费用类别</translation>
  </message>
  <message>
   <source>Certain</source>
   <translation>确定</translation>
  </message>
  <message>
   <source>Certificate</source>
   <translation>证照</translation>
  </message>
  <message>
   <source>Certificate case</source>
   <translation>证照事项</translation>
  </message>
  <message>
   <source>Certificate ends</source>
   <translation>证照到期</translation>
  </message>
  <message>
   <source>Certificate of employment</source>
   <translation>在职证明</translation>
  </message>
  <message>
   <source>Certificate of income</source>
   <translation>收入证明</translation>
  </message>
  <message>
   <source>Certificate of insurance</source>
   <translation>参保证明</translation>
  </message>
  <message>
   <source>Certificate of leaving</source>
   <translation>离职证明</translation>
  </message>
  <message>
   <source>Certificate of leaving issued</source>
   <translation>离职证明已出具</translation>
  </message>
  <message>
   <source>Certificate renewal</source>
   <translation>到期换证</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>变更</translation>
  </message>
  <message>
   <source>Change of base</source>
   <translation>基数变更</translation>
  </message>
  <message>
   <source>Change of city</source>
   <translation>转移</translation>
  </message>
  <message>
   <source>Change of pay</source>
   <translation>调薪</translation>
  </message>
  <message>
   <source>Change of pay dated back</source>
   <translation>调薪追溯</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>个别调整</translation>
  </message>
  <message>
   <source>Checked</source>
   <translation>已核对</translation>
  </message>
  <message>
   <source>Checklist template</source>
   <translation>清单模板</translation>
  </message>
  <message>
   <source>Cheque</source>
   <translation>支票/汇票</translation>
  </message>
  <message>
   <source>City</source>
   <translation>城市</translation>
  </message>
  <message>
   <source>City without policy</source>
   <translation>参保地无政策</translation>
  </message>
  <message>
   <source>Claim</source>
   <translation>报销单</translation>
  </message>
  <message>
   <source>Claims on their way</source>
   <translation>在办报销单据</translation>
  </message>
  <message>
   <source>Clarification</source>
   <translation>澄清</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Class of travel</source>
   <translation>席别标准</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>已结束</translation>
  </message>
  <message>
   <source>Closed month</source>
   <translation>已结账</translation>
  </message>
  <message>
   <source>Coach</source>
   <translation>长途汽车</translation>
  </message>
  <message>
   <source>College</source>
   <translation>大专</translation>
  </message>
  <message>
   <source>Commercial health insurance</source>
   <translation>商业健康保险</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>公司</translation>
  </message>
  <message>
   <source>Company certificate</source>
   <translation>公司证照</translation>
  </message>
  <message>
   <source>Company change</source>
   <translation>公司变更</translation>
  </message>
  <message>
   <source>Completes the file</source>
   <translation>补充档案</translation>
  </message>
  <message>
   <source>Confidentiality</source>
   <translation>保密协议</translation>
  </message>
  <message>
   <source>Confirmation</source>
   <translation>转正</translation>
  </message>
  <message>
   <source>Confirmed</source>
   <translation>已确认</translation>
  </message>
  <message>
   <source>Consultation</source>
   <translation>竞争性磋商</translation>
  </message>
  <message>
   <source>Continuing education</source>
   <translation>继续教育</translation>
  </message>
  <message>
   <source>Contract</source>
   <translation>合同</translation>
  </message>
  <message>
   <source>Contract ended</source>
   <translation>劳动合同终止或解除</translation>
  </message>
  <message>
   <source>Contract expired (art. 44)</source>
   <translation>合同期满（第四十四条）</translation>
  </message>
  <message>
   <source>Correct the place</source>
   <translation>更正地点</translation>
  </message>
  <message>
   <source>Correction of a settled month</source>
   <translation>更正已结月份</translation>
  </message>
  <message>
   <source>Could be several papers</source>
   <translation>可能对应多张单据</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>盘点</translation>
  </message>
  <message>
   <source>Count finished</source>
   <translation>已盘点</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>盘点</translation>
  </message>
  <message>
   <source>Counting</source>
   <translation>盘点中</translation>
  </message>
  <message>
   <source>Counts differ</source>
   <translation>数目不一</translation>
  </message>
  <message>
   <source>D comes from inside the district</source>
   <translation>D 区内转入</translation>
  </message>
  <message>
   <source>Damaged</source>
   <translation>毁损</translation>
  </message>
  <message>
   <source>Days due</source>
   <translation>应出勤天数</translation>
  </message>
  <message>
   <source>Days that are neither worked nor leave</source>
   <translation>既未出勤也未请假的天数</translation>
  </message>
  <message>
   <source>Days worked</source>
   <translation>实出勤天数</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>本人放弃</translation>
  </message>
  <message>
   <source>Deferred costs</source>
   <translation>长期待摊费用</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Delete the packet</source>
   <translation>删除送审包</translation>
  </message>
  <message>
   <source>Department</source>
   <translation>部门</translation>
  </message>
  <message>
   <source>Deposit</source>
   <translation>保证金</translation>
  </message>
  <message>
   <source>Deposit back</source>
   <translation>退保证金</translation>
  </message>
  <message>
   <source>Deposit to pay</source>
   <translation>缴保证金</translation>
  </message>
  <message>
   <source>Depreciation</source>
   <translation>折旧</translation>
  </message>
  <message>
   <source>Died (art. 44)</source>
   <translation>死亡（第四十四条）</translation>
  </message>
  <message>
   <source>Differences</source>
   <translation>盘点差异</translation>
  </message>
  <message>
   <source>Differs</source>
   <translation>金额不符</translation>
  </message>
  <message>
   <source>Digital invoice, ordinary</source>
   <translation>数电票（普通发票）</translation>
  </message>
  <message>
   <source>Digital invoice, special</source>
   <translation>数电票（专用发票）</translation>
  </message>
  <message>
   <source>Dismissed for fault (art. 39)</source>
   <translation>过失解除（第三十九条）</translation>
  </message>
  <message>
   <source>Dismissed with notice (art. 40)</source>
   <translation>非过失解除（第四十条）</translation>
  </message>
  <message>
   <source>Dispatched</source>
   <translation>劳务派遣</translation>
  </message>
  <message>
   <source>Disposal</source>
   <translation>处置单</translation>
  </message>
  <message>
   <source>Disposed</source>
   <translation>处置</translation>
  </message>
  <message>
   <source>Doctor</source>
   <translation>博士</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>单据</translation>
  </message>
  <message>
   <source>Documents bought</source>
   <translation>购买文件</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>已完成</translation>
  </message>
  <message>
   <source>Double declining</source>
   <translation>双倍余额递减法</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>草稿</translation>
  </message>
  <message>
   <source>Dropped</source>
   <translation>已放弃</translation>
  </message>
  <message>
   <source>Earning</source>
   <translation>应发</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>修改</translation>
  </message>
  <message>
   <source>Edit the plan</source>
   <translation>修改计划</translation>
  </message>
  <message>
   <source>Education of children</source>
   <translation>子女教育</translation>
  </message>
  <message>
   <source>Electronics</source>
   <translation>电子设备</translation>
  </message>
  <message>
   <source>Elsewhere</source>
   <translation>地点不符</translation>
  </message>
  <message>
   <source>Employed, but not in the file</source>
   <translation>在职但文件中没有</translation>
  </message>
  <message>
   <source>Employee</source>
   <translation>员工</translation>
  </message>
  <message>
   <source>Employee no.</source>
   <translation>工号</translation>
  </message>
  <message>
   <source>Employees' part</source>
   <translation>个人部分</translation>
  </message>
  <message>
   <source>Employer's cost</source>
   <translation>人工成本表</translation>
  </message>
  <message>
   <source>Employer's part</source>
   <translation>单位部分</translation>
  </message>
  <message>
   <source>Ended by agreement (art. 36)</source>
   <translation>协商解除（第三十六条）</translation>
  </message>
  <message>
   <source>Ended otherwise (art. 44)</source>
   <translation>其他终止（第四十四条）</translation>
  </message>
  <message>
   <source>Enrolment</source>
   <translation>参保登记</translation>
  </message>
  <message>
   <source>Enter in the register</source>
   <translation>盘盈入账</translation>
  </message>
  <message>
   <source>Enterprise annuity</source>
   <translation>企业年金</translation>
  </message>
  <message>
   <source>Entertainment</source>
   <translation>业务招待</translation>
  </message>
  <message>
   <source>Entertainment per head</source>
   <translation>招待人均标准</translation>
  </message>
  <message>
   <source>Estimate of an asset</source>
   <translation>资产估计变更</translation>
  </message>
  <message>
   <source>Evaluation</source>
   <translation>评标</translation>
  </message>
  <message>
   <source>Excel workbook</source>
   <translation>Excel 工作簿</translation>
  </message>
  <message>
   <source>Expense category</source>
   <translation>费用类别</translation>
  </message>
  <message>
   <source>Explain</source>
   <translation>需说明</translation>
  </message>
  <message>
   <source>Fee</source>
   <translation>缴费</translation>
  </message>
  <message>
   <source>Female</source>
   <translation>女</translation>
  </message>
  <message>
   <source>File</source>
   <translation>附件</translation>
  </message>
  <message>
   <source>Financial paper</source>
   <translation>财务资料</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>办结</translation>
  </message>
  <message>
   <source>Finish the count</source>
   <translation>结束盘点</translation>
  </message>
  <message>
   <source>Fixed</source>
   <translation>固定</translation>
  </message>
  <message>
   <source>Fixed term</source>
   <translation>固定期限</translation>
  </message>
  <message>
   <source>Fixed text</source>
   <translation>固定文字</translation>
  </message>
  <message>
   <source>For a task</source>
   <translation>以完成任务为期限</translation>
  </message>
  <message>
   <source>Forfeited</source>
   <translation>被没收</translation>
  </message>
  <message>
   <source>Formula</source>
   <translation>公式</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>相符</translation>
  </message>
  <message>
   <source>Freelancer</source>
   <translation>劳务</translation>
  </message>
  <message>
   <source>From – to</source>
   <translation>自定起止</translation>
  </message>
  <message>
   <source>Full time</source>
   <translation>全日制</translation>
  </message>
  <message>
   <source>Funding source</source>
   <translation>经费来源</translation>
  </message>
  <message>
   <source>GB18030</source>
   <translation>GB18030</translation>
  </message>
  <message>
   <source>GBK</source>
   <translation>GBK</translation>
  </message>
  <message>
   <source>General</source>
   <translation>一般费用</translation>
  </message>
  <message>
   <source>General account</source>
   <translation>一般户</translation>
  </message>
  <message>
   <source>Give up</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>Given away</source>
   <translation>捐赠</translation>
  </message>
  <message>
   <source>Given up</source>
   <translation>已放弃</translation>
  </message>
  <message>
   <source>Go on counting</source>
   <translation>继续盘点</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>货物</translation>
  </message>
  <message>
   <source>Government procurement</source>
   <translation>政府采购法</translation>
  </message>
  <message>
   <source>Grant less</source>
   <translation>核减</translation>
  </message>
  <message>
   <source>Granted</source>
   <translation>获批</translation>
  </message>
  <message>
   <source>Half up, to fen</source>
   <translation>四舍五入到分</translation>
  </message>
  <message>
   <source>Half up, to yuan</source>
   <translation>四舍五入到元</translation>
  </message>
  <message>
   <source>Handed back</source>
   <translation>退库</translation>
  </message>
  <message>
   <source>Handled</source>
   <translation>已处理</translation>
  </message>
  <message>
   <source>Has a problem</source>
   <translation>有问题</translation>
  </message>
  <message>
   <source>Has left</source>
   <translation>离职</translation>
  </message>
  <message>
   <source>Head of the department</source>
   <translation>部门负责人</translation>
  </message>
  <message>
   <source>Health check</source>
   <translation>体检</translation>
  </message>
  <message>
   <source>High school</source>
   <translation>高中/中专</translation>
  </message>
  <message>
   <source>Hired</source>
   <translation>已入职</translation>
  </message>
  <message>
   <source>Housing fund</source>
   <translation>住房公积金</translation>
  </message>
  <message>
   <source>Housing loan</source>
   <translation>住房贷款利息</translation>
  </message>
  <message>
   <source>Housing rent</source>
   <translation>住房租金</translation>
  </message>
  <message>
   <source>Human resources</source>
   <translation>人事专员</translation>
  </message>
  <message>
   <source>ID card</source>
   <translation>居民身份证</translation>
  </message>
  <message>
   <source>ID number</source>
   <translation>证件号码</translation>
  </message>
  <message>
   <source>Idle</source>
   <translation>闲置</translation>
  </message>
  <message>
   <source>In hand</source>
   <translation>办理中</translation>
  </message>
  <message>
   <source>In repair</source>
   <translation>维修</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>在用</translation>
  </message>
  <message>
   <source>Injury leave</source>
   <translation>工伤假</translation>
  </message>
  <message>
   <source>Inquiry</source>
   <translation>询价</translation>
  </message>
  <message>
   <source>Insurance and housing fund stopped</source>
   <translation>社保停保、公积金封存</translation>
  </message>
  <message>
   <source>Insurance base</source>
   <translation>缴费基数</translation>
  </message>
  <message>
   <source>Insurance began</source>
   <translation>开始参保</translation>
  </message>
  <message>
   <source>Insurance bond</source>
   <translation>保险保函</translation>
  </message>
  <message>
   <source>Insurance change</source>
   <translation>社保变更</translation>
  </message>
  <message>
   <source>Insurance difference</source>
   <translation>社保补差</translation>
  </message>
  <message>
   <source>Insurance ended</source>
   <translation>停止参保</translation>
  </message>
  <message>
   <source>Insurance policy</source>
   <translation>参保政策</translation>
  </message>
  <message>
   <source>Insurance rate changed</source>
   <translation>费率变动</translation>
  </message>
  <message>
   <source>Intangibles</source>
   <translation>无形资产</translation>
  </message>
  <message>
   <source>Intercity transport</source>
   <translation>城市间交通</translation>
  </message>
  <message>
   <source>Intern</source>
   <translation>实习</translation>
  </message>
  <message>
   <source>Internship agreement</source>
   <translation>实习协议</translation>
  </message>
  <message>
   <source>Interview</source>
   <translation>面试中</translation>
  </message>
  <message>
   <source>Invited tender</source>
   <translation>邀请招标</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>发票</translation>
  </message>
  <message>
   <source>Invoice comes later</source>
   <translation>发票后补</translation>
  </message>
  <message>
   <source>Invoice is here</source>
   <translation>发票已到</translation>
  </message>
  <message>
   <source>Invoices in a row</source>
   <translation>连号发票</translation>
  </message>
  <message>
   <source>Issued</source>
   <translation>领用</translation>
  </message>
  <message>
   <source>It should be back for {days} days. Ask for it, or let it be kept longer.</source>
   <translation>已逾期 {days} 天未还，请催还或办理延期。</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>险种</translation>
  </message>
  <message>
   <source>Join</source>
   <translation>增员</translation>
  </message>
  <message>
   <source>Joined</source>
   <translation>入职</translation>
  </message>
  <message>
   <source>Joining</source>
   <translation>入职</translation>
  </message>
  <message>
   <source>Joins</source>
   <translation>办理入职</translation>
  </message>
  <message>
   <source>Joint</source>
   <translation>联合体成员</translation>
  </message>
  <message>
   <source>Kept</source>
   <translation>保留</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Kind of certificate</source>
   <translation>证照种类</translation>
  </message>
  <message>
   <source>Kind of supplies</source>
   <translation>物资类别</translation>
  </message>
  <message>
   <source>Known</source>
   <translation>已有</translation>
  </message>
  <message>
   <source>Known already</source>
   <translation>已登记</translation>
  </message>
  <message>
   <source>Lapsed</source>
   <translation>已失效</translation>
  </message>
  <message>
   <source>Large medical costs</source>
   <translation>大额医疗</translation>
  </message>
  <message>
   <source>Last month</source>
   <translation>上月</translation>
  </message>
  <message>
   <source>Last pay</source>
   <translation>工资结清</translation>
  </message>
  <message>
   <source>Last year</source>
   <translation>上年</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>未到提醒日</translation>
  </message>
  <message>
   <source>Lead or alone</source>
   <translation>牵头/独立</translation>
  </message>
  <message>
   <source>Lease</source>
   <translation>出租合同</translation>
  </message>
  <message>
   <source>Lease ended</source>
   <translation>退租收回</translation>
  </message>
  <message>
   <source>Leased out</source>
   <translation>出租</translation>
  </message>
  <message>
   <source>Leaving</source>
   <translation>离职</translation>
  </message>
  <message>
   <source>Leaving list</source>
   <translation>离职清单</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>减少</translation>
  </message>
  <message>
   <source>Left for cause (art. 38)</source>
   <translation>劳动者依法解除（第三十八条）</translation>
  </message>
  <message>
   <source>Left, still insured</source>
   <translation>离职未停保</translation>
  </message>
  <message>
   <source>Lent</source>
   <translation>已借出</translation>
  </message>
  <message>
   <source>Lent out</source>
   <translation>借出</translation>
  </message>
  <message>
   <source>Likely</source>
   <translation>较可信</translation>
  </message>
  <message>
   <source>Limit per month</source>
   <translation>每月限额</translation>
  </message>
  <message>
   <source>Limit per paper</source>
   <translation>单张限额</translation>
  </message>
  <message>
   <source>Line of a stock-take</source>
   <translation>盘点明细</translation>
  </message>
  <message>
   <source>Loan of a certificate</source>
   <translation>证照借用单</translation>
  </message>
  <message>
   <source>Local transport</source>
   <translation>市内交通</translation>
  </message>
  <message>
   <source>Local transport per day</source>
   <translation>市内交通补助（每天）</translation>
  </message>
  <message>
   <source>Locked</source>
   <translation>已锁定</translation>
  </message>
  <message>
   <source>Lodge</source>
   <translation>送交</translation>
  </message>
  <message>
   <source>Lodged</source>
   <translation>已送交</translation>
  </message>
  <message>
   <source>Lodging</source>
   <translation>住宿</translation>
  </message>
  <message>
   <source>Lodging per night</source>
   <translation>住宿标准（每晚）</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>未中标</translation>
  </message>
  <message>
   <source>Machines</source>
   <translation>机器机械、生产设备</translation>
  </message>
  <message>
   <source>Made redundant (art. 41)</source>
   <translation>裁减人员（第四十一条）</translation>
  </message>
  <message>
   <source>Male</source>
   <translation>男</translation>
  </message>
  <message>
   <source>Manager</source>
   <translation>经理</translation>
  </message>
  <message>
   <source>Mark as paid</source>
   <translation>标记已付款</translation>
  </message>
  <message>
   <source>Marriage leave</source>
   <translation>婚假</translation>
  </message>
  <message>
   <source>Master</source>
   <translation>硕士</translation>
  </message>
  <message>
   <source>Maternity</source>
   <translation>生育保险</translation>
  </message>
  <message>
   <source>Maternity leave</source>
   <translation>产假</translation>
  </message>
  <message>
   <source>Meals per day</source>
   <translation>伙食补助（每天）</translation>
  </message>
  <message>
   <source>Medical</source>
   <translation>基本医疗保险</translation>
  </message>
  <message>
   <source>Member of the family</source>
   <translation>家属</translation>
  </message>
  <message>
   <source>Merged</source>
   <translation>合并</translation>
  </message>
  <message>
   <source>Merged with the wages</source>
   <translation>并入综合所得</translation>
  </message>
  <message>
   <source>Misconduct</source>
   <translation>过失性解除</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>未盘到</translation>
  </message>
  <message>
   <source>Missing in the bill</source>
   <translation>账单无此人</translation>
  </message>
  <message>
   <source>Money came in</source>
   <translation>登记到账</translation>
  </message>
  <message>
   <source>Money received</source>
   <translation>已到款</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>月份</translation>
  </message>
  <message>
   <source>Monthly</source>
   <translation>月度汇缴</translation>
  </message>
  <message>
   <source>Monthly wages</source>
   <translation>月度工资</translation>
  </message>
  <message>
   <source>More days than the month has</source>
   <translation>天数超过当月天数</translation>
  </message>
  <message>
   <source>Moved</source>
   <translation>调拨</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Name differs</source>
   <translation>户名不符</translation>
  </message>
  <message>
   <source>Need not be insured</source>
   <translation>无需参保</translation>
  </message>
  <message>
   <source>Negotiation</source>
   <translation>竞争性谈判</translation>
  </message>
  <message>
   <source>New</source>
   <translation>待处理</translation>
  </message>
  <message>
   <source>New bank card</source>
   <translation>换卡</translation>
  </message>
  <message>
   <source>New base</source>
   <translation>基数变动</translation>
  </message>
  <message>
   <source>New contract</source>
   <translation>新签</translation>
  </message>
  <message>
   <source>New notice</source>
   <translation>新信息</translation>
  </message>
  <message>
   <source>New on the sheet</source>
   <translation>新入表</translation>
  </message>
  <message>
   <source>Next stage</source>
   <translation>下一阶段</translation>
  </message>
  <message>
   <source>No base</source>
   <translation>无缴费基数</translation>
  </message>
  <message>
   <source>No days are given</source>
   <translation>没有出勤天数</translation>
  </message>
  <message>
   <source>No invoice due</source>
   <translation>无需发票</translation>
  </message>
  <message>
   <source>No such number in the register</source>
   <translation>账上没有此编号</translation>
  </message>
  <message>
   <source>Nobody has this number; found by the name only</source>
   <translation>工号不存在，仅按姓名匹配</translation>
  </message>
  <message>
   <source>Nobody here has this number or name</source>
   <translation>没有这个工号或姓名的员工</translation>
  </message>
  <message>
   <source>Non-compete</source>
   <translation>竞业限制</translation>
  </message>
  <message>
   <source>Not a number</source>
   <translation>不是数字</translation>
  </message>
  <message>
   <source>Not confirmed</source>
   <translation>申报未确认</translation>
  </message>
  <message>
   <source>Not due</source>
   <translation>未到期</translation>
  </message>
  <message>
   <source>Not employed in this month</source>
   <translation>当月不在职</translation>
  </message>
  <message>
   <source>Not granted</source>
   <translation>未获批</translation>
  </message>
  <message>
   <source>Not handed in</source>
   <translation>弃标</translation>
  </message>
  <message>
   <source>Not in the answer</source>
   <translation>回单中没有</translation>
  </message>
  <message>
   <source>Not in the register</source>
   <translation>账外</translation>
  </message>
  <message>
   <source>Not insured</source>
   <translation>未参保</translation>
  </message>
  <message>
   <source>Not on the sheet</source>
   <translation>本月不在表</translation>
  </message>
  <message>
   <source>Not on this list</source>
   <translation>不在本次盘点范围</translation>
  </message>
  <message>
   <source>Not sent yet</source>
   <translation>待提交银行</translation>
  </message>
  <message>
   <source>Not yet</source>
   <translation>未到</translation>
  </message>
  <message>
   <source>Not yet there</source>
   <translation>待收集</translation>
  </message>
  <message>
   <source>Note an interview</source>
   <translation>记录面试</translation>
  </message>
  <message>
   <source>Note the answer</source>
   <translation>登记答复</translation>
  </message>
  <message>
   <source>Nothing</source>
   <translation>不处理</translation>
  </message>
  <message>
   <source>Notice of award</source>
   <translation>中标通知书</translation>
  </message>
  <message>
   <source>Number of the batch</source>
   <translation>批次号</translation>
  </message>
  <message>
   <source>Number of the line</source>
   <translation>序号</translation>
  </message>
  <message>
   <source>Number of the paper</source>
   <translation>单据编号</translation>
  </message>
  <message>
   <source>Of another batch</source>
   <translation>属于其他批次</translation>
  </message>
  <message>
   <source>Off the gross pay</source>
   <translation>扣减应发</translation>
  </message>
  <message>
   <source>Off the pay</source>
   <translation>工资扣还</translation>
  </message>
  <message>
   <source>Offer</source>
   <translation>已发录用</translation>
  </message>
  <message>
   <source>Official duplicate</source>
   <translation>副本</translation>
  </message>
  <message>
   <source>On a day off</source>
   <translation>休息日加班</translation>
  </message>
  <message>
   <source>On a public holiday</source>
   <translation>法定节假日加班</translation>
  </message>
  <message>
   <source>On a working day</source>
   <translation>工作日加班</translation>
  </message>
  <message>
   <source>One more signer</source>
   <translation>加签</translation>
  </message>
  <message>
   <source>One-off</source>
   <translation>一次性</translation>
  </message>
  <message>
   <source>One-off line</source>
   <translation>一次性项目</translation>
  </message>
  <message>
   <source>Only in the bill</source>
   <translation>账单多出</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>进行中</translation>
  </message>
  <message>
   <source>Open advances</source>
   <translation>借款结清</translation>
  </message>
  <message>
   <source>Open month</source>
   <translation>未结账</translation>
  </message>
  <message>
   <source>Open tender</source>
   <translation>公开招标</translation>
  </message>
  <message>
   <source>Open-ended</source>
   <translation>无固定期限</translation>
  </message>
  <message>
   <source>Opening</source>
   <translation>开标</translation>
  </message>
  <message>
   <source>Operations clerk</source>
   <translation>运营专员</translation>
  </message>
  <message>
   <source>Ordinary VAT invoice, electronic</source>
   <translation>增值税电子普通发票</translation>
  </message>
  <message>
   <source>Ordinary VAT invoice, paper</source>
   <translation>增值税普通发票</translation>
  </message>
  <message>
   <source>Original</source>
   <translation>正本</translation>
  </message>
  <message>
   <source>Original back</source>
   <translation>证照归还</translation>
  </message>
  <message>
   <source>Originals and seals returned</source>
   <translation>证照原件、印章归还</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>Other ID number</source>
   <translation>证件号码不符</translation>
  </message>
  <message>
   <source>Other invoice</source>
   <translation>其他发票</translation>
  </message>
  <message>
   <source>Other leave</source>
   <translation>其他假</translation>
  </message>
  <message>
   <source>Our account</source>
   <translation>付款账号</translation>
  </message>
  <message>
   <source>Our bank</source>
   <translation>付款开户行</translation>
  </message>
  <message>
   <source>Our name</source>
   <translation>付款户名</translation>
  </message>
  <message>
   <source>Out</source>
   <translation>已缴纳</translation>
  </message>
  <message>
   <source>Overdue</source>
   <translation>已逾期</translation>
  </message>
  <message>
   <source>Overtime</source>
   <translation>加班</translation>
  </message>
  <message>
   <source>Overtime, holiday</source>
   <translation>节假日加班</translation>
  </message>
  <message>
   <source>Overtime, rest day</source>
   <translation>休息日加班</translation>
  </message>
  <message>
   <source>Overtime, weekday</source>
   <translation>工作日加班</translation>
  </message>
  <message>
   <source>Own car</source>
   <translation>自驾</translation>
  </message>
  <message>
   <source>Own rules</source>
   <translation>企业自主采购</translation>
  </message>
  <message>
   <source>Packet</source>
   <translation>送审包</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>已付款</translation>
  </message>
  <message>
   <source>Paid and on the way, by the day spent</source>
   <translation>已付款和在途，按发生日</translation>
  </message>
  <message>
   <source>Paid claims</source>
   <translation>已付报销</translation>
  </message>
  <message>
   <source>Paid out</source>
   <translation>已发放</translation>
  </message>
  <message>
   <source>Paid, by the day paid</source>
   <translation>已付款，按付款日</translation>
  </message>
  <message>
   <source>Paid, by the day spent</source>
   <translation>已付款，按发生日</translation>
  </message>
  <message>
   <source>Paper faulty</source>
   <translation>有问题</translation>
  </message>
  <message>
   <source>Paper in a packet</source>
   <translation>送审单据</translation>
  </message>
  <message>
   <source>Paper in hand</source>
   <translation>已备齐</translation>
  </message>
  <message>
   <source>Papers came back</source>
   <translation>资料被退回</translation>
  </message>
  <message>
   <source>Papers submitted</source>
   <translation>已递交资料</translation>
  </message>
  <message>
   <source>Part time</source>
   <translation>非全日制</translation>
  </message>
  <message>
   <source>Part-time contract</source>
   <translation>非全日制合同</translation>
  </message>
  <message>
   <source>Partly back</source>
   <translation>部分退还</translation>
  </message>
  <message>
   <source>Passport</source>
   <translation>护照</translation>
  </message>
  <message>
   <source>Pasted or imported</source>
   <translation>粘贴或导入</translation>
  </message>
  <message>
   <source>Paternity leave</source>
   <translation>陪产假</translation>
  </message>
  <message>
   <source>Pay changed</source>
   <translation>薪资变动</translation>
  </message>
  <message>
   <source>Pay component</source>
   <translation>薪资项目</translation>
  </message>
  <message>
   <source>Payee</source>
   <translation>收款单位</translation>
  </message>
  <message>
   <source>Payee's account</source>
   <translation>收款账号</translation>
  </message>
  <message>
   <source>Payee's bank</source>
   <translation>收款开户行</translation>
  </message>
  <message>
   <source>Payee's name</source>
   <translation>收款户名</translation>
  </message>
  <message>
   <source>Payment</source>
   <translation>付款</translation>
  </message>
  <message>
   <source>Payment batch</source>
   <translation>付款批次</translation>
  </message>
  <message>
   <source>Payment day</source>
   <translation>付款日期</translation>
  </message>
  <message>
   <source>Payment request</source>
   <translation>付款申请单</translation>
  </message>
  <message>
   <source>Payment voucher</source>
   <translation>付款凭证</translation>
  </message>
  <message>
   <source>Payroll</source>
   <translation>工资表</translation>
  </message>
  <message>
   <source>Payroll sheet</source>
   <translation>工资表</translation>
  </message>
  <message>
   <source>Payslip strips</source>
   <translation>工资条（裁切）</translation>
  </message>
  <message>
   <source>Payslip with the year to date</source>
   <translation>个人工资清单</translation>
  </message>
  <message>
   <source>Pending</source>
   <translation>待定</translation>
  </message>
  <message>
   <source>Pension</source>
   <translation>基本养老保险</translation>
  </message>
  <message>
   <source>Performance bond</source>
   <translation>履约保证金</translation>
  </message>
  <message>
   <source>Perhaps there</source>
   <translation>疑似重复</translation>
  </message>
  <message>
   <source>Permanent resident card</source>
   <translation>外国人永久居留身份证</translation>
  </message>
  <message>
   <source>Permit Hong Kong, Macau</source>
   <translation>港澳居民来往内地通行证</translation>
  </message>
  <message>
   <source>Permit Taiwan</source>
   <translation>台湾居民来往大陆通行证</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>人员</translation>
  </message>
  <message>
   <source>Personal leave</source>
   <translation>事假</translation>
  </message>
  <message>
   <source>Personnel file</source>
   <translation>员工档案</translation>
  </message>
  <message>
   <source>Personnel paper</source>
   <translation>人事单据</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>存放地点</translation>
  </message>
  <message>
   <source>Plane</source>
   <translation>飞机</translation>
  </message>
  <message>
   <source>Please check</source>
   <translation>请核对</translation>
  </message>
  <message>
   <source>Policy</source>
   <translation>报销制度</translation>
  </message>
  <message>
   <source>Policy not confirmed</source>
   <translation>政策未确认</translation>
  </message>
  <message>
   <source>Post</source>
   <translation>任职</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>打印</translation>
  </message>
  <message>
   <source>Print list</source>
   <translation>打印清单</translation>
  </message>
  <message>
   <source>Private pension</source>
   <translation>个人养老金</translation>
  </message>
  <message>
   <source>Problem</source>
   <translation>有问题</translation>
  </message>
  <message>
   <source>Project</source>
   <translation>项目</translation>
  </message>
  <message>
   <source>Project manager</source>
   <translation>项目负责人</translation>
  </message>
  <message>
   <source>Publicity</source>
   <translation>公示</translation>
  </message>
  <message>
   <source>Purchase request</source>
   <translation>采购申请</translation>
  </message>
  <message>
   <source>Purpose</source>
   <translation>用途</translation>
  </message>
  <message>
   <source>Purpose and number</source>
   <translation>用途和单据编号</translation>
  </message>
  <message>
   <source>Put off</source>
   <translation>已推迟</translation>
  </message>
  <message>
   <source>Questions until</source>
   <translation>答疑截止</translation>
  </message>
  <message>
   <source>Rate of pay</source>
   <translation>薪资标准</translation>
  </message>
  <message>
   <source>Receipt voucher</source>
   <translation>收款凭证</translation>
  </message>
  <message>
   <source>Receive</source>
   <translation>验收入库</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>入库</translation>
  </message>
  <message>
   <source>Record of a person</source>
   <translation>个人缴费记录</translation>
  </message>
  <message>
   <source>Recruiting event</source>
   <translation>招聘活动</translation>
  </message>
  <message>
   <source>Recurring paper</source>
   <translation>周期单据</translation>
  </message>
  <message>
   <source>Red-lettered</source>
   <translation>已红冲</translation>
  </message>
  <message>
   <source>Refer</source>
   <translation>转审</translation>
  </message>
  <message>
   <source>Reference contract</source>
   <translation>业绩合同</translation>
  </message>
  <message>
   <source>Referred</source>
   <translation>已转审</translation>
  </message>
  <message>
   <source>Refused</source>
   <translation>被退件</translation>
  </message>
  <message>
   <source>Registration</source>
   <translation>报名</translation>
  </message>
  <message>
   <source>Reject</source>
   <translation>不录用</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>未录用</translation>
  </message>
  <message>
   <source>Remind</source>
   <translation>催办</translation>
  </message>
  <message>
   <source>Reminded</source>
   <translation>催办</translation>
  </message>
  <message>
   <source>Reminder</source>
   <translation>提醒</translation>
  </message>
  <message>
   <source>Remittance</source>
   <translation>汇缴</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Renewal</source>
   <translation>续签</translation>
  </message>
  <message>
   <source>Renewal may begin</source>
   <translation>可以开始换证</translation>
  </message>
  <message>
   <source>Renewal step</source>
   <translation>换证步骤</translation>
  </message>
  <message>
   <source>Repaired</source>
   <translation>修复</translation>
  </message>
  <message>
   <source>Repayment</source>
   <translation>还款单</translation>
  </message>
  <message>
   <source>Repayment of an advance</source>
   <translation>借款还款</translation>
  </message>
  <message>
   <source>Repayments to be held back</source>
   <translation>待扣还款</translation>
  </message>
  <message>
   <source>Requested</source>
   <translation>已申请</translation>
  </message>
  <message>
   <source>Resigned (art. 37)</source>
   <translation>辞职（第三十七条）</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>续保/启封</translation>
  </message>
  <message>
   <source>Retired (art. 44)</source>
   <translation>退休（第四十四条）</translation>
  </message>
  <message>
   <source>Retired, employed again</source>
   <translation>退休返聘</translation>
  </message>
  <message>
   <source>Retired, engaged again</source>
   <translation>退休返聘</translation>
  </message>
  <message>
   <source>Retirement</source>
   <translation>退休</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>退回</translation>
  </message>
  <message>
   <source>Returned</source>
   <translation>已退回</translation>
  </message>
  <message>
   <source>Revalued</source>
   <translation>重估</translation>
  </message>
  <message>
   <source>Reversal</source>
   <translation>冲销单</translation>
  </message>
  <message>
   <source>Reverse</source>
   <translation>冲回</translation>
  </message>
  <message>
   <source>Road toll invoice</source>
   <translation>通行费发票</translation>
  </message>
  <message>
   <source>Roster of a month</source>
   <translation>参保人员花名册</translation>
  </message>
  <message>
   <source>Ruled out</source>
   <translation>废标</translation>
  </message>
  <message>
   <source>Rural</source>
   <translation>农村</translation>
  </message>
  <message>
   <source>Said something else before: this replaces it</source>
   <translation>与上次导入不同，以本次为准</translation>
  </message>
  <message>
   <source>Scrapped</source>
   <translation>报废</translation>
  </message>
  <message>
   <source>Screened</source>
   <translation>初筛通过</translation>
  </message>
  <message>
   <source>Seal, key or device</source>
   <translation>印章、UKey</translation>
  </message>
  <message>
   <source>Sealed copies</source>
   <translation>复印件盖章</translation>
  </message>
  <message>
   <source>Search on</source>
   <translation>继续查找</translation>
  </message>
  <message>
   <source>Secondary school or below</source>
   <translation>初中及以下</translation>
  </message>
  <message>
   <source>Seller cancelled</source>
   <translation>已作废</translation>
  </message>
  <message>
   <source>Sent to repair</source>
   <translation>送修</translation>
  </message>
  <message>
   <source>Service agreement</source>
   <translation>劳务</translation>
  </message>
  <message>
   <source>Services</source>
   <translation>服务</translation>
  </message>
  <message>
   <source>Setting</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Settled before</source>
   <translation>此前已处理</translation>
  </message>
  <message>
   <source>Settled otherwise before</source>
   <translation>与此前处理不一致</translation>
  </message>
  <message>
   <source>Several people fit: say who it is</source>
   <translation>有多人符合：请指明是谁</translation>
  </message>
  <message>
   <source>Ship</source>
   <translation>轮船</translation>
  </message>
  <message>
   <source>Sick leave</source>
   <translation>病假</translation>
  </message>
  <message>
   <source>Single source</source>
   <translation>单一来源</translation>
  </message>
  <message>
   <source>Site visit</source>
   <translation>踏勘</translation>
  </message>
  <message>
   <source>Social insurance</source>
   <translation>社会保险</translation>
  </message>
  <message>
   <source>Sold</source>
   <translation>出售</translation>
  </message>
  <message>
   <source>Special VAT invoice, electronic</source>
   <translation>增值税电子专用发票</translation>
  </message>
  <message>
   <source>Special VAT invoice, paper</source>
   <translation>增值税专用发票</translation>
  </message>
  <message>
   <source>Special account</source>
   <translation>专用户</translation>
  </message>
  <message>
   <source>Special deduction</source>
   <translation>专项附加扣除</translation>
  </message>
  <message>
   <source>Special deductions</source>
   <translation>专项附加扣除</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>拆分</translation>
  </message>
  <message>
   <source>Split papers</source>
   <translation>拆单</translation>
  </message>
  <message>
   <source>Staff certificate</source>
   <translation>人员证书</translation>
  </message>
  <message>
   <source>Stage of a bid</source>
   <translation>投标节点</translation>
  </message>
  <message>
   <source>Step of a case</source>
   <translation>事项步骤</translation>
  </message>
  <message>
   <source>Stock-take</source>
   <translation>盘点单</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>不能提交</translation>
  </message>
  <message>
   <source>Stop paying</source>
   <translation>减员</translation>
  </message>
  <message>
   <source>Straight line</source>
   <translation>年限平均法</translation>
  </message>
  <message>
   <source>Submission</source>
   <translation>递交标书</translation>
  </message>
  <message>
   <source>Submit</source>
   <translation>提交</translation>
  </message>
  <message>
   <source>Submitted</source>
   <translation>已提交</translation>
  </message>
  <message>
   <source>Subsidy</source>
   <translation>补贴申报</translation>
  </message>
  <message>
   <source>Subtotal</source>
   <translation>小计</translation>
  </message>
  <message>
   <source>Sum of years</source>
   <translation>年数总和法</translation>
  </message>
  <message>
   <source>Supplement</source>
   <translation>补发</translation>
  </message>
  <message>
   <source>Supplies issued</source>
   <translation>物资领用</translation>
  </message>
  <message>
   <source>Supply</source>
   <translation>物资</translation>
  </message>
  <message>
   <source>Supporting</source>
   <translation>协助</translation>
  </message>
  <message>
   <source>Surplus and shortage</source>
   <translation>盘点盈亏表</translation>
  </message>
  <message>
   <source>Surplus and shortage as workbook</source>
   <translation>盈亏表导出 Excel</translation>
  </message>
  <message>
   <source>Surveillance audit</source>
   <translation>监督审核</translation>
  </message>
  <message>
   <source>Survey and design</source>
   <translation>勘察设计</translation>
  </message>
  <message>
   <source>Suspended</source>
   <translation>暂停</translation>
  </message>
  <message>
   <source>Take a step back</source>
   <translation>退回上一步</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>Take papers out</source>
   <translation>移出单据</translation>
  </message>
  <message>
   <source>Take up again</source>
   <translation>重新办理</translation>
  </message>
  <message>
   <source>Taken out</source>
   <translation>已移出</translation>
  </message>
  <message>
   <source>Tax bracket crossed</source>
   <translation>税率跳档</translation>
  </message>
  <message>
   <source>Tax so far</source>
   <translation>累计预扣</translation>
  </message>
  <message>
   <source>Tax year</source>
   <translation>个税年度</translation>
  </message>
  <message>
   <source>Taxed separately</source>
   <translation>单独计税</translation>
  </message>
  <message>
   <source>Taxi</source>
   <translation>出租车</translation>
  </message>
  <message>
   <source>Tender failed</source>
   <translation>流标</translation>
  </message>
  <message>
   <source>Tender notice</source>
   <translation>招标信息</translation>
  </message>
  <message>
   <source>Tendering law</source>
   <translation>招标投标法</translation>
  </message>
  <message>
   <source>The bank has not decided</source>
   <translation>银行处理中</translation>
  </message>
  <message>
   <source>The certificate ends on {day}, before this is back.</source>
   <translation>证照 {day} 到期，早于应还日期。</translation>
  </message>
  <message>
   <source>The certificate is over since {day}.</source>
   <translation>证照已于 {day} 过期。</translation>
  </message>
  <message>
   <source>The company gave notice</source>
   <translation>单位提前通知解除</translation>
  </message>
  <message>
   <source>The count cannot be read</source>
   <translation>实盘数量无法识别</translation>
  </message>
  <message>
   <source>The employee resigned</source>
   <translation>本人辞职</translation>
  </message>
  <message>
   <source>The number is that of somebody else</source>
   <translation>工号是别人的</translation>
  </message>
  <message>
   <source>The spreadsheet has lost digits</source>
   <translation>表格丢失了数字</translation>
  </message>
  <message>
   <source>The term is over</source>
   <translation>期满终止</translation>
  </message>
  <message>
   <source>This month</source>
   <translation>本月</translation>
  </message>
  <message>
   <source>This person is in the file twice</source>
   <translation>此人在文件中出现两次</translation>
  </message>
  <message>
   <source>This quarter</source>
   <translation>本季度</translation>
  </message>
  <message>
   <source>This year</source>
   <translation>本年</translation>
  </message>
  <message>
   <source>Tick the leaver's list</source>
   <translation>办理离职清单</translation>
  </message>
  <message>
   <source>Time off</source>
   <translation>调休</translation>
  </message>
  <message>
   <source>Times late</source>
   <translation>迟到次数</translation>
  </message>
  <message>
   <source>To be paid</source>
   <translation>待发放</translation>
  </message>
  <message>
   <source>To hand out</source>
   <translation>待借出</translation>
  </message>
  <message>
   <source>To handle</source>
   <translation>待处理</translation>
  </message>
  <message>
   <source>To lodge</source>
   <translation>待申报</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>待付款</translation>
  </message>
  <message>
   <source>Together</source>
   <translation>合计</translation>
  </message>
  <message>
   <source>Too few</source>
   <translation>数量短少</translation>
  </message>
  <message>
   <source>Too many</source>
   <translation>数量多出</translation>
  </message>
  <message>
   <source>Tools and furniture</source>
   <translation>器具、工具、家具</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>合计</translation>
  </message>
  <message>
   <source>Train</source>
   <translation>火车</translation>
  </message>
  <message>
   <source>Train ticket</source>
   <translation>铁路电子客票</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>继续教育</translation>
  </message>
  <message>
   <source>Transfer</source>
   <translation>调动</translation>
  </message>
  <message>
   <source>Transfer voucher</source>
   <translation>转账凭证</translation>
  </message>
  <message>
   <source>Travel allowance</source>
   <translation>出差补贴</translation>
  </message>
  <message>
   <source>Travel claim</source>
   <translation>差旅费报销单</translation>
  </message>
  <message>
   <source>Twelve months</source>
   <translation>近十二个月</translation>
  </message>
  <message>
   <source>Twice in the bill</source>
   <translation>账单重复</translation>
  </message>
  <message>
   <source>Twice in the file</source>
   <translation>文件中重复</translation>
  </message>
  <message>
   <source>Typed</source>
   <translation>录入</translation>
  </message>
  <message>
   <source>UTF-8</source>
   <translation>UTF-8</translation>
  </message>
  <message>
   <source>Unemployment</source>
   <translation>失业保险</translation>
  </message>
  <message>
   <source>Units of use</source>
   <translation>工作量法</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>无此付款</translation>
  </message>
  <message>
   <source>Unknown words of the bank</source>
   <translation>无法识别的结果</translation>
  </message>
  <message>
   <source>Unused</source>
   <translation>未使用</translation>
  </message>
  <message>
   <source>Up, to jiao</source>
   <translation>见分进角</translation>
  </message>
  <message>
   <source>Up, to yuan</source>
   <translation>见角进元</translation>
  </message>
  <message>
   <source>Urban</source>
   <translation>城镇</translation>
  </message>
  <message>
   <source>Used</source>
   <translation>已使用</translation>
  </message>
  <message>
   <source>User</source>
   <translation>用户</translation>
  </message>
  <message>
   <source>User account closed</source>
   <translation>系统账号停用</translation>
  </message>
  <message>
   <source>Valid</source>
   <translation>有效</translation>
  </message>
  <message>
   <source>Vehicles</source>
   <translation>运输工具</translation>
  </message>
  <message>
   <source>Void</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>Voided</source>
   <translation>已作废</translation>
  </message>
  <message>
   <source>Voucher</source>
   <translation>凭证</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>待审批</translation>
  </message>
  <message>
   <source>Waiting for the bank</source>
   <translation>待银行确认</translation>
  </message>
  <message>
   <source>Warranty ends</source>
   <translation>质保到期</translation>
  </message>
  <message>
   <source>Was counted before: taken back</source>
   <translation>上次已计入，本次撤回</translation>
  </message>
  <message>
   <source>Weekends and holidays</source>
   <translation>周末和节假日</translation>
  </message>
  <message>
   <source>Weekly digest</source>
   <translation>招标周报</translation>
  </message>
  <message>
   <source>While it is valid</source>
   <translation>有效期内</translation>
  </message>
  <message>
   <source>Will be added</source>
   <translation>将新增</translation>
  </message>
  <message>
   <source>Will be paid</source>
   <translation>将确认已付</translation>
  </message>
  <message>
   <source>Will bounce</source>
   <translation>将记为退汇</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>撤回</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>已撤回</translation>
  </message>
  <message>
   <source>Withdrawn by the issuer</source>
   <translation>已撤销</translation>
  </message>
  <message>
   <source>Withheld</source>
   <translation>代扣</translation>
  </message>
  <message>
   <source>Withheld after tax</source>
   <translation>税后代扣</translation>
  </message>
  <message>
   <source>Within a period</source>
   <translation>固定期间</translation>
  </message>
  <message>
   <source>Won</source>
   <translation>中标</translation>
  </message>
  <message>
   <source>Work handed over</source>
   <translation>工作交接</translation>
  </message>
  <message>
   <source>Work injury</source>
   <translation>工伤保险</translation>
  </message>
  <message>
   <source>Worker</source>
   <translation>工人</translation>
  </message>
  <message>
   <source>Works</source>
   <translation>工程</translation>
  </message>
  <message>
   <source>Write off</source>
   <translation>盘亏核销</translation>
  </message>
  <message>
   <source>Year sheet of a person</source>
   <translation>个人年度工资表</translation>
  </message>
  <message>
   <source>Yearly adjustment</source>
   <translation>年度调整</translation>
  </message>
  <message>
   <source>Yearly application</source>
   <translation>年度申报</translation>
  </message>
  <message>
   <source>Yearly duty</source>
   <translation>年度义务</translation>
  </message>
  <message>
   <source>Yearly review</source>
   <translation>年度评审</translation>
  </message>
  <message>
   <source>add papers</source>
   <translation>追加单据</translation>
  </message>
  <message>
   <source>added a file</source>
   <translation>添加附件</translation>
  </message>
  <message>
   <source>added papers</source>
   <translation>追加了单据</translation>
  </message>
  <message>
   <source>annual bonuses</source>
   <translation>全年一次性奖金收入</translation>
  </message>
  <message>
   <source>apply for the renewal by then</source>
   <translation>最迟申请延续</translation>
  </message>
  <message>
   <source>approve</source>
   <translation>同意</translation>
  </message>
  <message>
   <source>approve claims</source>
   <translation>审批报销</translation>
  </message>
  <message>
   <source>approved</source>
   <translation>同意</translation>
  </message>
  <message>
   <source>archive</source>
   <translation>归档</translation>
  </message>
  <message>
   <source>archived</source>
   <translation>归档</translation>
  </message>
  <message>
   <source>asked for one more signer</source>
   <translation>加签</translation>
  </message>
  <message>
   <source>bind the vouchers of a month</source>
   <translation>装订月度凭证</translation>
  </message>
  <message>
   <source>booked a count</source>
   <translation>办理盘点</translation>
  </message>
  <message>
   <source>booked a receipt</source>
   <translation>办理入库</translation>
  </message>
  <message>
   <source>booked a return</source>
   <translation>办理退库</translation>
  </message>
  <message>
   <source>booked a transfer</source>
   <translation>办理调拨</translation>
  </message>
  <message>
   <source>booked an issue</source>
   <translation>办理领用</translation>
  </message>
  <message>
   <source>booked and closed</source>
   <translation>过账关单</translation>
  </message>
  <message>
   <source>bound</source>
   <translation>装订</translation>
  </message>
  <message>
   <source>by units</source>
   <translation>按工作量</translation>
  </message>
  <message>
   <source>cancel the batch</source>
   <translation>取消批次</translation>
  </message>
  <message>
   <source>cancelled</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>change</source>
   <translation>修改</translation>
  </message>
  <message>
   <source>change bank accounts</source>
   <translation>修改银行账户</translation>
  </message>
  <message>
   <source>change bids</source>
   <translation>管理投标</translation>
  </message>
  <message>
   <source>change certificates</source>
   <translation>管理证照</translation>
  </message>
  <message>
   <source>change employees</source>
   <translation>修改员工</translation>
  </message>
  <message>
   <source>change fixed assets</source>
   <translation>管理固定资产</translation>
  </message>
  <message>
   <source>change pay</source>
   <translation>修改薪资</translation>
  </message>
  <message>
   <source>change payees</source>
   <translation>修改收款单位</translation>
  </message>
  <message>
   <source>change personnel files and papers</source>
   <translation>修改人事档案和单据</translation>
  </message>
  <message>
   <source>change projects</source>
   <translation>修改项目</translation>
  </message>
  <message>
   <source>change recurring papers</source>
   <translation>修改周期单据</translation>
  </message>
  <message>
   <source>change social insurance</source>
   <translation>修改社保公积金</translation>
  </message>
  <message>
   <source>change supplies</source>
   <translation>管理物资</translation>
  </message>
  <message>
   <source>change the checklist</source>
   <translation>修改清单</translation>
  </message>
  <message>
   <source>change the company's data</source>
   <translation>修改公司资料</translation>
  </message>
  <message>
   <source>change the company's settings</source>
   <translation>修改公司设置</translation>
  </message>
  <message>
   <source>change the expense policies</source>
   <translation>修改报销制度</translation>
  </message>
  <message>
   <source>change users</source>
   <translation>管理用户</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>修改</translation>
  </message>
  <message>
   <source>changed the checklist</source>
   <translation>修改清单</translation>
  </message>
  <message>
   <source>checked the bill</source>
   <translation>核对了账单</translation>
  </message>
  <message>
   <source>closed the month</source>
   <translation>结账</translation>
  </message>
  <message>
   <source>confirm payments</source>
   <translation>确认付款</translation>
  </message>
  <message>
   <source>confirmed</source>
   <translation>确认付款</translation>
  </message>
  <message>
   <source>counted</source>
   <translation>扫描计数</translation>
  </message>
  <message>
   <source>created</source>
   <translation>新建</translation>
  </message>
  <message>
   <source>days</source>
   <translation>天</translation>
  </message>
  <message>
   <source>delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>deleted</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>draft the contract</source>
   <translation>生成合同</translation>
  </message>
  <message>
   <source>drafted the contract</source>
   <translation>生成合同</translation>
  </message>
  <message>
   <source>edit</source>
   <translation>修改</translation>
  </message>
  <message>
   <source>ended the delay</source>
   <translation>恢复了提醒</translation>
  </message>
  <message>
   <source>ended without a result</source>
   <translation>结束了事项</translation>
  </message>
  <message>
   <source>enter trainings</source>
   <translation>登记继续教育</translation>
  </message>
  <message>
   <source>filed an invoice</source>
   <translation>补交发票</translation>
  </message>
  <message>
   <source>finished</source>
   <translation>办结了</translation>
  </message>
  <message>
   <source>finished the count</source>
   <translation>结束盘点</translation>
  </message>
  <message>
   <source>first month</source>
   <translation>首月</translation>
  </message>
  <message>
   <source>followed its paper</source>
   <translation>随单据变动</translation>
  </message>
  <message>
   <source>goes on from the opening balance</source>
   <translation>接续期初余额</translation>
  </message>
  <message>
   <source>hand out</source>
   <translation>借出</translation>
  </message>
  <message>
   <source>handed out</source>
   <translation>借出</translation>
  </message>
  <message>
   <source>handled</source>
   <translation>处理了</translation>
  </message>
  <message>
   <source>hired</source>
   <translation>入职</translation>
  </message>
  <message>
   <source>hours</source>
   <translation>小时</translation>
  </message>
  <message>
   <source>import the bank's answer</source>
   <translation>导入银行回单</translation>
  </message>
  <message>
   <source>imported</source>
   <translation>导入</translation>
  </message>
  <message>
   <source>issued a certificate</source>
   <translation>开具证明</translation>
  </message>
  <message>
   <source>last day</source>
   <translation>到期日</translation>
  </message>
  <message>
   <source>last month takes the rest</source>
   <translation>末月取余额</translation>
  </message>
  <message>
   <source>led on</source>
   <translation>推进阶段</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>跳过一期</translation>
  </message>
  <message>
   <source>lend</source>
   <translation>借用</translation>
  </message>
  <message>
   <source>let go of its successor</source>
   <translation>解除与续证的关联</translation>
  </message>
  <message>
   <source>let it be kept longer</source>
   <translation>办理延期</translation>
  </message>
  <message>
   <source>load a template</source>
   <translation>载入模板</translation>
  </message>
  <message>
   <source>loaded a template</source>
   <translation>载入模板</translation>
  </message>
  <message>
   <source>lodged</source>
   <translation>送交</translation>
  </message>
  <message>
   <source>lowered the sanctioned amount</source>
   <translation>核减金额</translation>
  </message>
  <message>
   <source>made</source>
   <translation>生成</translation>
  </message>
  <message>
   <source>made the bank file</source>
   <translation>生成银行文件</translation>
  </message>
  <message>
   <source>make backups</source>
   <translation>备份</translation>
  </message>
  <message>
   <source>mark and file invoices</source>
   <translation>登记和标记发票</translation>
  </message>
  <message>
   <source>marked</source>
   <translation>标记</translation>
  </message>
  <message>
   <source>marked a stage done</source>
   <translation>完成阶段</translation>
  </message>
  <message>
   <source>marked as over</source>
   <translation>标记为已失效</translation>
  </message>
  <message>
   <source>minutes</source>
   <translation>分钟</translation>
  </message>
  <message>
   <source>month of the disposal</source>
   <translation>处置当月</translation>
  </message>
  <message>
   <source>name a substitute</source>
   <translation>指定代理人</translation>
  </message>
  <message>
   <source>new estimate</source>
   <translation>会计估计变更</translation>
  </message>
  <message>
   <source>note a bounce</source>
   <translation>登记退汇</translation>
  </message>
  <message>
   <source>note the confirmation</source>
   <translation>登记确认</translation>
  </message>
  <message>
   <source>note the contract signed</source>
   <translation>登记签约</translation>
  </message>
  <message>
   <source>note the lodging</source>
   <translation>登记申报</translation>
  </message>
  <message>
   <source>note the refusal</source>
   <translation>登记退件</translation>
  </message>
  <message>
   <source>note the return</source>
   <translation>登记归还</translation>
  </message>
  <message>
   <source>noted a bounce</source>
   <translation>登记退汇</translation>
  </message>
  <message>
   <source>noted a forfeit</source>
   <translation>登记没收</translation>
  </message>
  <message>
   <source>noted a refusal</source>
   <translation>登记放弃</translation>
  </message>
  <message>
   <source>noted a repayment</source>
   <translation>登记还款</translation>
  </message>
  <message>
   <source>noted an answer</source>
   <translation>登记答复</translation>
  </message>
  <message>
   <source>noted an interview</source>
   <translation>记录面试</translation>
  </message>
  <message>
   <source>noted money back</source>
   <translation>登记退还</translation>
  </message>
  <message>
   <source>noted money received</source>
   <translation>登记到款</translation>
  </message>
  <message>
   <source>noted the contract signed</source>
   <translation>登记签约</translation>
  </message>
  <message>
   <source>noted the return</source>
   <translation>登记归还</translation>
  </message>
  <message>
   <source>noted what was granted</source>
   <translation>登记了批准金额</translation>
  </message>
  <message>
   <source>numbered</source>
   <translation>编号</translation>
  </message>
  <message>
   <source>open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>open a bound month again</source>
   <translation>重新打开已装订月份</translation>
  </message>
  <message>
   <source>opened a stage again</source>
   <translation>重开阶段</translation>
  </message>
  <message>
   <source>opened again</source>
   <translation>重新打开</translation>
  </message>
  <message>
   <source>original due back</source>
   <translation>原件应还</translation>
  </message>
  <message>
   <source>pack the scans</source>
   <translation>打包资料</translation>
  </message>
  <message>
   <source>paid</source>
   <translation>标记付款</translation>
  </message>
  <message>
   <source>pay claims</source>
   <translation>付款</translation>
  </message>
  <message>
   <source>pay for labour</source>
   <translation>劳务报酬所得</translation>
  </message>
  <message>
   <source>pay out wages</source>
   <translation>发放工资</translation>
  </message>
  <message>
   <source>people</source>
   <translation>人员信息</translation>
  </message>
  <message>
   <source>print</source>
   <translation>打印</translation>
  </message>
  <message>
   <source>print the terms of the contract</source>
   <translation>打印合同要点</translation>
  </message>
  <message>
   <source>prolonged</source>
   <translation>办理延期</translation>
  </message>
  <message>
   <source>put into a payment batch</source>
   <translation>放入付款批次</translation>
  </message>
  <message>
   <source>put into effect</source>
   <translation>使生效</translation>
  </message>
  <message>
   <source>put into the archive</source>
   <translation>归档</translation>
  </message>
  <message>
   <source>put off</source>
   <translation>推迟了提醒</translation>
  </message>
  <message>
   <source>put out of use</source>
   <translation>停用</translation>
  </message>
  <message>
   <source>put packets together</source>
   <translation>整理送审包</translation>
  </message>
  <message>
   <source>referred</source>
   <translation>转审</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>未录用</translation>
  </message>
  <message>
   <source>reminded</source>
   <translation>催办</translation>
  </message>
  <message>
   <source>renew</source>
   <translation>换证</translation>
  </message>
  <message>
   <source>renewed</source>
   <translation>换证</translation>
  </message>
  <message>
   <source>reopened the month</source>
   <translation>反结账</translation>
  </message>
  <message>
   <source>request the deposit</source>
   <translation>申请保证金</translation>
  </message>
  <message>
   <source>requested the money</source>
   <translation>申请付款</translation>
  </message>
  <message>
   <source>restore a backup</source>
   <translation>恢复备份</translation>
  </message>
  <message>
   <source>return</source>
   <translation>退回</translation>
  </message>
  <message>
   <source>returned</source>
   <translation>退回</translation>
  </message>
  <message>
   <source>save the bank file again</source>
   <translation>再次保存银行文件</translation>
  </message>
  <message>
   <source>see all invoices</source>
   <translation>查看全部发票</translation>
  </message>
  <message>
   <source>see bank accounts</source>
   <translation>查看银行账户</translation>
  </message>
  <message>
   <source>see bids</source>
   <translation>查看投标</translation>
  </message>
  <message>
   <source>see certificates</source>
   <translation>查看证照</translation>
  </message>
  <message>
   <source>see claims</source>
   <translation>查看报销</translation>
  </message>
  <message>
   <source>see employees</source>
   <translation>查看员工</translation>
  </message>
  <message>
   <source>see fixed assets</source>
   <translation>查看固定资产</translation>
  </message>
  <message>
   <source>see packets</source>
   <translation>查看送审包</translation>
  </message>
  <message>
   <source>see pay</source>
   <translation>查看薪资</translation>
  </message>
  <message>
   <source>see payees</source>
   <translation>查看收款单位</translation>
  </message>
  <message>
   <source>see payment batches</source>
   <translation>查看付款批次</translation>
  </message>
  <message>
   <source>see personnel files and papers</source>
   <translation>查看人事档案和单据</translation>
  </message>
  <message>
   <source>see projects</source>
   <translation>查看项目</translation>
  </message>
  <message>
   <source>see recurring papers</source>
   <translation>查看周期单据</translation>
  </message>
  <message>
   <source>see social insurance</source>
   <translation>查看社保公积金</translation>
  </message>
  <message>
   <source>see supplies</source>
   <translation>查看物资</translation>
  </message>
  <message>
   <source>see the company's data</source>
   <translation>查看公司资料</translation>
  </message>
  <message>
   <source>see the expense policies</source>
   <translation>查看报销制度</translation>
  </message>
  <message>
   <source>see the history of changes</source>
   <translation>查看操作记录</translation>
  </message>
  <message>
   <source>see vouchers</source>
   <translation>查看凭证</translation>
  </message>
  <message>
   <source>see what is paid to the funds</source>
   <translation>查看汇缴金额</translation>
  </message>
  <message>
   <source>see who is away</source>
   <translation>查看谁请假</translation>
  </message>
  <message>
   <source>set a stage</source>
   <translation>设置阶段</translation>
  </message>
  <message>
   <source>set off</source>
   <translation>冲销</translation>
  </message>
  <message>
   <source>set the result</source>
   <translation>登记结果</translation>
  </message>
  <message>
   <source>severance</source>
   <translation>解除劳动合同一次性补偿金</translation>
  </message>
  <message>
   <source>show the contract</source>
   <translation>查看合同</translation>
  </message>
  <message>
   <source>submit</source>
   <translation>提交</translation>
  </message>
  <message>
   <source>submitted</source>
   <translation>提交</translation>
  </message>
  <message>
   <source>take a confirmation back</source>
   <translation>撤销确认</translation>
  </message>
  <message>
   <source>take back</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>take out of the archive</source>
   <translation>取消归档</translation>
  </message>
  <message>
   <source>take papers out</source>
   <translation>移出单据</translation>
  </message>
  <message>
   <source>take the batch back</source>
   <translation>收回批次</translation>
  </message>
  <message>
   <source>ticked a step</source>
   <translation>完成了步骤</translation>
  </message>
  <message>
   <source>times</source>
   <translation>次</translation>
  </message>
  <message>
   <source>took a confirmation back</source>
   <translation>撤回确认</translation>
  </message>
  <message>
   <source>took a step back</source>
   <translation>退回一步</translation>
  </message>
  <message>
   <source>took a tick back</source>
   <translation>取消了步骤完成</translation>
  </message>
  <message>
   <source>took back from the bank</source>
   <translation>从银行收回</translation>
  </message>
  <message>
   <source>took out</source>
   <translation>移出</translation>
  </message>
  <message>
   <source>took out of the archive</source>
   <translation>取消归档</translation>
  </message>
  <message>
   <source>took the payment back</source>
   <translation>撤销了缴款登记</translation>
  </message>
  <message>
   <source>took up again</source>
   <translation>重新办理</translation>
  </message>
  <message>
   <source>void</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>void claims</source>
   <translation>作废单据</translation>
  </message>
  <message>
   <source>voided</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>wages and salaries</source>
   <translation>正常工资薪金收入</translation>
  </message>
  <message>
   <source>went on counting</source>
   <translation>继续盘点</translation>
  </message>
  <message>
   <source>with catch-up</source>
   <translation>含补提</translation>
  </message>
  <message>
   <source>withdraw</source>
   <translation>撤回</translation>
  </message>
  <message>
   <source>withdrew</source>
   <translation>撤回</translation>
  </message>
  <message>
   <source>write again</source>
   <translation>重新填报</translation>
  </message>
  <message>
   <source>write claims</source>
   <translation>填写报销</translation>
  </message>
  <message>
   <source>write claims for others</source>
   <translation>代他人报销</translation>
  </message>
  <message>
   <source>write the bank file</source>
   <translation>生成银行文件</translation>
  </message>
  <message>
   <source>yearly duty</source>
   <translation>年度义务</translation>
  </message>
  <message>
   <source>{holder} has the original until {day}.</source>
   <translation>原件在{holder}处，{day} 归还。</translation>
  </message>
 </context>
 <context>
  <name>Lead</name>
  <message>
   <source>All departments</source>
   <translation>全部部门</translation>
  </message>
  <message>
   <source>Copy as text</source>
   <translation>复制文本</translation>
  </message>
  <message>
   <source>Drop</source>
   <translation>放弃</translation>
  </message>
  <message>
   <source>Drop {count} notices</source>
   <translation>放弃 {count} 条信息</translation>
  </message>
  <message>
   <source>Ends</source>
   <translation>截止</translation>
  </message>
  <message>
   <source>Export the digest</source>
   <translation>导出周报</translation>
  </message>
  <message>
   <source>From</source>
   <translation>自</translation>
  </message>
  <message>
   <source>From a spreadsheet or a table of a page: with the row of titles. From a plain list: a title a line, [province] before it and the day behind it where they are known.</source>
   <translation>从Excel或网页表格复制时请连同标题行；普通列表每行一个标题，前面可写[省份]，后面可写日期。</translation>
  </message>
  <message>
   <source>Import  Ctrl+S</source>
   <translation>导入  Ctrl+S</translation>
  </message>
  <message>
   <source>Import a list of notices</source>
   <translation>导入招标信息清单</translation>
  </message>
  <message>
   <source>Kept as {number}. Copy or print it now, it is among the digests sent.</source>
   <translation>已存为{number}，现在可以复制或打印；已发周报中可查。</translation>
  </message>
  <message>
   <source>Look at it  Ctrl+S</source>
   <translation>查看  Ctrl+S</translation>
  </message>
  <message>
   <source>Mark as sent</source>
   <translation>标记为已发送</translation>
  </message>
  <message>
   <source>New in it</source>
   <translation>其中新增</translation>
  </message>
  <message>
   <source>No notice in these days. Choose other days or another department.</source>
   <translation>这段日期内没有招标信息。请选择其他日期或部门。</translation>
  </message>
  <message>
   <source>Notices</source>
   <translation>信息条数</translation>
  </message>
  <message>
   <source>Notices from {file}</source>
   <translation>来自{file}的招标信息</translation>
  </message>
  <message>
   <source>Paste a list of notices</source>
   <translation>粘贴招标信息清单</translation>
  </message>
  <message>
   <source>Perhaps the same as “{title}” ({facts}).</source>
   <translation>可能与“{title}”重复（{facts}）。</translation>
  </message>
  <message>
   <source>Perhaps the same as “{title}”.</source>
   <translation>可能与“{title}”重复。</translation>
  </message>
  <message>
   <source>The sheet as sent</source>
   <translation>发送时的周报</translation>
  </message>
  <message>
   <source>The text is copied. Paste it with Ctrl+V.</source>
   <translation>文本已复制，可按Ctrl+V粘贴。</translation>
  </message>
  <message>
   <source>They stay in the list of those dropped, with the reason, and can be taken up again.</source>
   <translation>放弃的信息连同原因保留在“已放弃”中，可以重新拾起。</translation>
  </message>
  <message>
   <source>Told for the first time</source>
   <translation>首次列出</translation>
  </message>
  <message>
   <source>Told in</source>
   <translation>列入周报</translation>
  </message>
  <message>
   <source>Weekly digest</source>
   <translation>招标信息周报</translation>
  </message>
  <message>
   <source>found {day}</source>
   <translation>{day}登记</translation>
  </message>
  <message>
   <source>last digest {day}</source>
   <translation>上期周报{day}</translation>
  </message>
  <message>
   <source>no digest yet</source>
   <translation>尚无周报</translation>
  </message>
  <message>
   <source>row {row} “{text}”</source>
   <translation>第 {row} 行“{text}”</translation>
  </message>
  <message>
   <source>to</source>
   <translation>至</translation>
  </message>
  <message>
   <source>what was pasted</source>
   <translation>粘贴内容</translation>
  </message>
  <message>
   <source>{count} end within 7 days</source>
   <translation>7 天内截止 {count} 条</translation>
  </message>
  <message>
   <source>{count} more are like it.</source>
   <translation>另有 {count} 条相似。</translation>
  </message>
  <message>
   <source>{count} new</source>
   <translation>待处理 {count} 条</translation>
  </message>
  <message>
   <source>{count} notices entered.</source>
   <translation>已登记 {count} 条信息。</translation>
  </message>
  <message>
   <source>{count} notices, {fresh} of them new since the last digest</source>
   <translation>共 {count} 条，其中 {fresh} 条为上期周报之后新增</translation>
  </message>
  <message>
   <source>{count} rows not read, they name no notice: {rows}</source>
   <translation>{count} 行未读入（不是招标信息）：{rows}</translation>
  </message>
 </context>
 <context>
  <name>Lines</name>
  <message>
   <source>Add a line</source>
   <translation>添加一行</translation>
  </message>
  <message>
   <source>Line {row}, {column}: {sentence}</source>
   <translation>第 {row} 行“{column}”：{sentence}</translation>
  </message>
  <message>
   <source>Lines: {count}</source>
   <translation>{count} 行</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>粘贴</translation>
  </message>
  <message>
   <source>Remove lines</source>
   <translation>删除行</translation>
  </message>
  <message>
   <source>Typing</source>
   <translation>输入</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>OpsDesk</source>
   <translation>运营台</translation>
  </message>
 </context>
 <context>
  <name>Office</name>
  <message>
   <source>About</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>审批级别</translation>
  </message>
  <message>
   <source>Made by {name}</source>
   <translation>经办人：{name}</translation>
  </message>
  <message>
   <source>Nothing waits for you.</source>
   <translation>没有等您审批的单据。</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>提交时间</translation>
  </message>
  <message>
   <source>{count} wait for you · Ctrl+Enter approves, Ctrl+Backspace returns</source>
   <translation>{count} 张等您审批 · Ctrl+Enter 同意，Ctrl+Backspace 退回</translation>
  </message>
 </context>
 <context>
  <name>OpsDesk</name>
  <message>
   <source>Making the sample company…</source>
   <translation>正在生成示例公司…</translation>
  </message>
  <message>
   <source>Opening the backup…</source>
   <translation>正在打开备份…</translation>
  </message>
  <message>
   <source>OpsDesk</source>
   <translation>运营台</translation>
  </message>
  <message>
   <source>Setting up your company…</source>
   <translation>正在建立您的公司…</translation>
  </message>
 </context>
 <context>
  <name>Packet</name>
  <message>
   <source>Accepted</source>
   <translation>认可</translation>
  </message>
  <message>
   <source>Answer to {number}</source>
   <translation>{number} 的答复</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Delete {number}? Its papers are in no packet then.</source>
   <translation>删除 {number}？其中的单据将不属于任何送审包。</translation>
  </message>
  <message>
   <source>Differences</source>
   <translation>差额</translation>
  </message>
  <message>
   <source>Export the list</source>
   <translation>导出清单</translation>
  </message>
  <message>
   <source>Funding source of {count} papers</source>
   <translation>{count} 份单据的经费来源</translation>
  </message>
  <message>
   <source>Go on to the papers  Ctrl+S</source>
   <translation>下一步：选单据  Ctrl+S</translation>
  </message>
  <message>
   <source>Left empty, because it is over: {names}</source>
   <translation>以下已停用或结束，留空待填：{names}</translation>
  </message>
  <message>
   <source>Less than accepted</source>
   <translation>少于认可</translation>
  </message>
  <message>
   <source>Letters ({count})</source>
   <translation>来往函件（{count}）</translation>
  </message>
  <message>
   <source>Lodge {number}</source>
   <translation>送交 {number}</translation>
  </message>
  <message>
   <source>Lodged</source>
   <translation>送交</translation>
  </message>
  <message>
   <source>Lodged  Ctrl+S</source>
   <translation>已送交  Ctrl+S</translation>
  </message>
  <message>
   <source>Lodged {total}, accepted {accepted}, not accepted {refused}</source>
   <translation>送交 {total}，认可 {accepted}，未认可 {refused}</translation>
  </message>
  <message>
   <source>Money for {number}</source>
   <translation>{number} 到款</translation>
  </message>
  <message>
   <source>More than accepted</source>
   <translation>多于认可</translation>
  </message>
  <message>
   <source>New packet</source>
   <translation>新建送审包</translation>
  </message>
  <message>
   <source>No granted paper of {source} is left. Name the source on papers first.</source>
   <translation>“{source}”没有可放入的已核准单据。请先在单据上填写经费来源。</translation>
  </message>
  <message>
   <source>No paper yet: “Add papers” shows those of this funding source.</source>
   <translation>还没有单据。用“添加单据”选择这个经费来源的单据。</translation>
  </message>
  <message>
   <source>Not accepted</source>
   <translation>未认可</translation>
  </message>
  <message>
   <source>Note the answer  Ctrl+S</source>
   <translation>登记答复  Ctrl+S</translation>
  </message>
  <message>
   <source>Packet list</source>
   <translation>报销清单</translation>
  </message>
  <message>
   <source>Papers</source>
   <translation>单据</translation>
  </message>
  <message>
   <source>Papers ({count})</source>
   <translation>单据（{count}）</translation>
  </message>
  <message>
   <source>Papers for {number}</source>
   <translation>为 {number} 选单据</translation>
  </message>
  <message>
   <source>Put in  Ctrl+S</source>
   <translation>放入  Ctrl+S</translation>
  </message>
  <message>
   <source>Put {count} papers into a packet</source>
   <translation>把 {count} 份单据放入送审包</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>到款</translation>
  </message>
  <message>
   <source>Received  Ctrl+S</source>
   <translation>已到款  Ctrl+S</translation>
  </message>
  <message>
   <source>Still expected</source>
   <translation>待到款</translation>
  </message>
  <message>
   <source>Take a step back with {number}</source>
   <translation>{number} 退回上一步</translation>
  </message>
  <message>
   <source>Take it back  Ctrl+S</source>
   <translation>退回  Ctrl+S</translation>
  </message>
  <message>
   <source>Take out  Ctrl+S</source>
   <translation>移出  Ctrl+S</translation>
  </message>
  <message>
   <source>Take papers out of {number}</source>
   <translation>从 {number} 移出单据</translation>
  </message>
  <message>
   <source>Voided after it was lodged</source>
   <translation>送交后已作废</translation>
  </message>
  <message>
   <source>Waiting for an answer for {days} days</source>
   <translation>已等待答复 {days} 天</translation>
  </message>
  <message>
   <source>What the last step wrote is gone from the packet; the history keeps it.</source>
   <translation>上一步登记的内容会从送审包清除，历史记录仍保留。</translation>
  </message>
  <message>
   <source>{amount} lodged and not yet received, oldest since {day}</source>
   <translation>{amount} 已送交未到款，最早的送交于 {day}</translation>
  </message>
  <message>
   <source>{amount} was accepted.</source>
   <translation>认可金额 {amount}。</translation>
  </message>
  <message>
   <source>{count} papers, {amount}</source>
   <translation>{count} 份，{amount}</translation>
  </message>
  <message>
   <source>{count} papers, {amount}, for {body}. No paper goes in or out afterwards.</source>
   <translation>{count} 份，{amount}，送交 {body}。送交后不能再增减单据。</translation>
  </message>
  <message>
   <source>{day}, with {person}</source>
   <translation>{day}，{person}</translation>
  </message>
  <message>
   <source>{day}, {account}</source>
   <translation>{day}，{account}</translation>
  </message>
 </context>
 <context>
  <name>Page</name>
  <message>
   <source>Act {number}</source>
   <translation>第 {number} 条</translation>
  </message>
  <message>
   <source>Act {seq} of {count} is not as it was written. Restore the last backup and compare.</source>
   <translation>共 {count} 条，第 {seq} 条与写入时不一致。请恢复最近的备份并对比。</translation>
  </message>
  <message>
   <source>Administration</source>
   <translation>行政</translation>
  </message>
  <message>
   <source>All {count} acts are as they were written.</source>
   <translation>全部 {count} 条记录均与写入时一致。</translation>
  </message>
  <message>
   <source>Approval rules</source>
   <translation>审批规则</translation>
  </message>
  <message>
   <source>Approvals</source>
   <translation>审批</translation>
  </message>
  <message>
   <source>Approved papers paid together: one list, one file for the bank, one answer back.</source>
   <translation>已批准的单据一起付款：一张清单、一个银行文件、一份银行回单。</translation>
  </message>
  <message>
   <source>Article, slip, department, person, supplier  Ctrl+F</source>
   <translation>物资、单号、部门、人员、供应商  Ctrl+F</translation>
  </message>
  <message>
   <source>Asset classes</source>
   <translation>资产类别</translation>
  </message>
  <message>
   <source>Bank accounts</source>
   <translation>银行账户</translation>
  </message>
  <message>
   <source>Bank file formats</source>
   <translation>银行文件格式</translation>
  </message>
  <message>
   <source>Base adjustment</source>
   <translation>基数调整</translation>
  </message>
  <message>
   <source>Benefit sheets</source>
   <translation>福利发放</translation>
  </message>
  <message>
   <source>Bid deposits</source>
   <translation>投标保证金</translation>
  </message>
  <message>
   <source>Bids</source>
   <translation>投标</translation>
  </message>
  <message>
   <source>Buildings, floors, rooms and sites where assets and supplies are kept.</source>
   <translation>存放资产和物资的楼栋、楼层、房间和项目部。</translation>
  </message>
  <message>
   <source>Business</source>
   <translation>市场商务</translation>
  </message>
  <message>
   <source>Campus talks, fairs and postings that candidates come from, and what they cost.</source>
   <translation>校园宣讲、招聘会、网络招聘等活动及其费用。</translation>
  </message>
  <message>
   <source>Candidates</source>
   <translation>应聘者</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>办理事项</translation>
  </message>
  <message>
   <source>Certificate kinds</source>
   <translation>证照种类</translation>
  </message>
  <message>
   <source>Certificates</source>
   <translation>证照资质</translation>
  </message>
  <message>
   <source>Checking the chain…</source>
   <translation>正在校验记录链…</translation>
  </message>
  <message>
   <source>Checklist templates</source>
   <translation>清单模板</translation>
  </message>
  <message>
   <source>City tiers</source>
   <translation>城市类别</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Columns of the files for the bank, and the titles of its answers.</source>
   <translation>给银行的文件有哪些列，银行回单用哪些标题。</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>公司</translation>
  </message>
  <message>
   <source>Company data</source>
   <translation>公司资料</translation>
  </message>
  <message>
   <source>Contract and files ({count})</source>
   <translation>合同与附件（{count}）</translation>
  </message>
  <message>
   <source>Departments</source>
   <translation>部门</translation>
  </message>
  <message>
   <source>Deposits to be paid, out and on their way home, and those that should be here by now.</source>
   <translation>待付款、在外、应退未退的保证金。</translation>
  </message>
  <message>
   <source>Depreciation</source>
   <translation>折旧</translation>
  </message>
  <message>
   <source>Digests of tender notices as they went out, each with its sheet.</source>
   <translation>已发送的招标信息周报，每期附发送时的文件。</translation>
  </message>
  <message>
   <source>Disposals</source>
   <translation>资产处置</translation>
  </message>
  <message>
   <source>Drop e-invoices here, and a claim fills itself.</source>
   <translation>把电子发票拖到这里，自动填好报销单。</translation>
  </message>
  <message>
   <source>Due dates</source>
   <translation>到期提醒</translation>
  </message>
  <message>
   <source>Employees</source>
   <translation>员工</translation>
  </message>
  <message>
   <source>Every asset with who has it, where it stands and what it is worth; each movement leaves a slip.</source>
   <translation>每项资产由谁使用、在哪里、值多少；每次变动都有单据。</translation>
  </message>
  <message>
   <source>Every invoice that was ever seen. Drop files here to keep them until they are claimed.</source>
   <translation>所有收到过的发票。把发票文件拖到这里保存，待报销时使用。</translation>
  </message>
  <message>
   <source>Every line of every slip: filter by article, department or month, print the slip again, export.</source>
   <translation>每张单据的每一行：按物资、部门、月份筛选，补打单据，导出。</translation>
  </message>
  <message>
   <source>Every paid paper has its number here, per month and type without gaps. Bind a month when it is over.</source>
   <translation>每张已付单据在此按月按类型连续编号。月份结束后装订成册。</translation>
  </message>
  <message>
   <source>Everybody who answers for assets; their sheet is signed and kept.</source>
   <translation>名下有资产的人员；责任表签字存档。</translation>
  </message>
  <message>
   <source>Everything done to this record</source>
   <translation>这条记录的全部操作</translation>
  </message>
  <message>
   <source>Expense categories</source>
   <translation>费用类别</translation>
  </message>
  <message>
   <source>Expense policies</source>
   <translation>报销制度</translation>
  </message>
  <message>
   <source>Finance</source>
   <translation>财务</translation>
  </message>
  <message>
   <source>Fixed assets</source>
   <translation>固定资产</translation>
  </message>
  <message>
   <source>Fuel and transit cards, rent: papers that come again, each made when it is due.</source>
   <translation>油卡、公交卡、房租等定期发生的单据，到期一键生成。</translation>
  </message>
  <message>
   <source>Funding sources</source>
   <translation>经费来源</translation>
  </message>
  <message>
   <source>History</source>
   <translation>操作记录</translation>
  </message>
  <message>
   <source>How long each kind holds, what it asks for every year, and the steps of its renewal.</source>
   <translation>每种证照的有效期、年度义务和换证步骤。</translation>
  </message>
  <message>
   <source>Insurance policies</source>
   <translation>参保政策</translation>
  </message>
  <message>
   <source>Invoices</source>
   <translation>发票库</translation>
  </message>
  <message>
   <source>Kinds of supplies</source>
   <translation>物资类别</translation>
  </message>
  <message>
   <source>Labour contracts</source>
   <translation>劳动合同</translation>
  </message>
  <message>
   <source>Lease, tenant, asset, note or pinyin initials  Ctrl+F</source>
   <translation>搜索租约、承租人、资产、备注或拼音首字母  Ctrl+F</translation>
  </message>
  <message>
   <source>Leased-out assets</source>
   <translation>资产出租</translation>
  </message>
  <message>
   <source>Limits for lodging and allowances look at the tier of the city.</source>
   <translation>住宿和补助标准按城市类别执行。</translation>
  </message>
  <message>
   <source>Lives, residual values and number codes that new asset cards begin with.</source>
   <translation>新卡片默认的年限、残值率和编号代码。</translation>
  </message>
  <message>
   <source>Loans of certificates</source>
   <translation>证照借用</translation>
  </message>
  <message>
   <source>More</source>
   <translation>更多</translation>
  </message>
  <message>
   <source>Name and tax number are what invoices are checked against.</source>
   <translation>发票将按公司名称和税号核对。</translation>
  </message>
  <message>
   <source>Name, code, kind or pinyin initials  Ctrl+F</source>
   <translation>名称、编码、类别或拼音首字母  Ctrl+F</translation>
  </message>
  <message>
   <source>Nothing here yet</source>
   <translation>这里还没有内容</translation>
  </message>
  <message>
   <source>Nothing matches</source>
   <translation>没有匹配的记录</translation>
  </message>
  <message>
   <source>Notices of tenders in all provinces: sorted out, made bids, told in the weekly digest.</source>
   <translation>各省招标信息：筛选、转为投标、汇入周报。</translation>
  </message>
  <message>
   <source>Number, name, who counted, pinyin initials  Ctrl+F</source>
   <translation>单号、名称、盘点人、拼音首字母  Ctrl+F</translation>
  </message>
  <message>
   <source>Number, occasion, article or pinyin initials  Ctrl+F</source>
   <translation>编号、事由、物资或拼音首字母  Ctrl+F</translation>
  </message>
  <message>
   <source>Number, serial number, name, pinyin initials  Ctrl+F</source>
   <translation>编号、序列号、名称、拼音首字母  Ctrl+F</translation>
  </message>
  <message>
   <source>Number, tenant, asset, contract or pinyin initials  Ctrl+F</source>
   <translation>编号、承租人、资产、合同或拼音首字母  Ctrl+F</translation>
  </message>
  <message>
   <source>Office supplies, water, cards, spare parts and benefits: what is on hand, where, at average cost.</source>
   <translation>办公耗材、饮用水、名片、备件、福利：结存多少、放在哪里、加权平均成本。</translation>
  </message>
  <message>
   <source>Once a year everybody's base follows last year's average wage, between the new floor and ceiling.</source>
   <translation>每年按上年月均工资、在新的上下限内调整全员缴费基数。</translation>
  </message>
  <message>
   <source>Other approvals</source>
   <translation>其他审批</translation>
  </message>
  <message>
   <source>Packets</source>
   <translation>送审包</translation>
  </message>
  <message>
   <source>Papers lodged together with a university or a partner, which pays them later.</source>
   <translation>把单据集中送交高校或合作单位，由对方之后付款。</translation>
  </message>
  <message>
   <source>Papers that need your decision appear here.</source>
   <translation>需要您审批的单据会出现在这里。</translation>
  </message>
  <message>
   <source>Pay components</source>
   <translation>薪资项目</translation>
  </message>
  <message>
   <source>Payees</source>
   <translation>收款单位</translation>
  </message>
  <message>
   <source>Payments</source>
   <translation>付款批次</translation>
  </message>
  <message>
   <source>Payroll</source>
   <translation>工资</translation>
  </message>
  <message>
   <source>People</source>
   <translation>人事</translation>
  </message>
  <message>
   <source>Personnel papers</source>
   <translation>人事单据</translation>
  </message>
  <message>
   <source>Places</source>
   <translation>存放地点</translation>
  </message>
  <message>
   <source>Projects</source>
   <translation>项目合同</translation>
  </message>
  <message>
   <source>Purchase requests</source>
   <translation>采购申请</translation>
  </message>
  <message>
   <source>Recruiting events</source>
   <translation>招聘活动</translation>
  </message>
  <message>
   <source>Recurring papers</source>
   <translation>周期单据</translation>
  </message>
  <message>
   <source>Reimbursements</source>
   <translation>报销</translation>
  </message>
  <message>
   <source>Reload</source>
   <translation>刷新</translation>
  </message>
  <message>
   <source>Remittances</source>
   <translation>汇缴</translation>
  </message>
  <message>
   <source>Remove {name}?</source>
   <translation>删除 {name}？</translation>
  </message>
  <message>
   <source>Renewals, applications, yearly duties, company changes and subsidies, step by step.</source>
   <translation>换证、新申请、年度义务、公司变更和补贴申报，按步骤办理。</translation>
  </message>
  <message>
   <source>Save  Ctrl+S</source>
   <translation>保存  Ctrl+S</translation>
  </message>
  <message>
   <source>Saved.</source>
   <translation>已保存。</translation>
  </message>
  <message>
   <source>Search and filters hide every row.</source>
   <translation>搜索和筛选隐藏了所有行。</translation>
  </message>
  <message>
   <source>Search batch, paper, payee, account or pinyin initials  Ctrl+F</source>
   <translation>搜索批次号、单据号、收款人、账户或拼音首字母  Ctrl+F</translation>
  </message>
  <message>
   <source>Search by text, number or pinyin initials  Ctrl+F</source>
   <translation>搜索文字、编号，支持拼音首字母  Ctrl+F</translation>
  </message>
  <message>
   <source>Search city, month or pinyin initials  Ctrl+F</source>
   <translation>搜索参保地、月份或拼音首字母  Ctrl+F</translation>
  </message>
  <message>
   <source>Search month, fund, city or pinyin initials  Ctrl+F</source>
   <translation>搜索月份、险种、参保地或拼音首字母  Ctrl+F</translation>
  </message>
  <message>
   <source>Search month, such as 2026-10  Ctrl+F</source>
   <translation>搜索月份，如 2026-10  Ctrl+F</translation>
  </message>
  <message>
   <source>Search number, asset, buyer or pinyin initials  Ctrl+F</source>
   <translation>搜索单号、资产、购买方或拼音首字母  Ctrl+F</translation>
  </message>
  <message>
   <source>Search number, name, purpose, invoice number or pinyin initials  Ctrl+F</source>
   <translation>搜索单号、姓名、事由、发票号或拼音  Ctrl+F</translation>
  </message>
  <message>
   <source>Search number, seller, amount or pinyin initials  Ctrl+F</source>
   <translation>搜索号码、销售方、金额或拼音首字母  Ctrl+F</translation>
  </message>
  <message>
   <source>Search person, number, department or pinyin initials  Ctrl+F</source>
   <translation>搜索姓名、编号、部门或拼音首字母  Ctrl+F</translation>
  </message>
  <message>
   <source>Search voucher, paper, name, purpose or pinyin initials  Ctrl+F</source>
   <translation>搜索凭证号、单号、姓名、事由或拼音首字母  Ctrl+F</translation>
  </message>
  <message>
   <source>Select a row to see its details.</source>
   <translation>选择一行查看详情。</translation>
  </message>
  <message>
   <source>Select the project first, then drop its file here.</source>
   <translation>请先选中项目，再把文件拖到这里。</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>显示全部</translation>
  </message>
  <message>
   <source>Social insurance</source>
   <translation>社保公积金</translation>
  </message>
  <message>
   <source>Statistics</source>
   <translation>统计</translation>
  </message>
  <message>
   <source>Stock-takes</source>
   <translation>资产盘点</translation>
  </message>
  <message>
   <source>Substitutes</source>
   <translation>请假与委托</translation>
  </message>
  <message>
   <source>Suppliers and others that payment requests are paid to, with their accounts.</source>
   <translation>付款申请单的收款单位及其账户。</translation>
  </message>
  <message>
   <source>Supplies</source>
   <translation>物资</translation>
  </message>
  <message>
   <source>Supply movements</source>
   <translation>出入库台账</translation>
  </message>
  <message>
   <source>Tender notices</source>
   <translation>招标信息</translation>
  </message>
  <message>
   <source>The accounts and cash boxes that claims are paid from.</source>
   <translation>用于付款的银行账户和现金。</translation>
  </message>
  <message>
   <source>The departments, and who decides on their papers first.</source>
   <translation>部门，以及谁先审批其单据。</translation>
  </message>
  <message>
   <source>The projects and contracts that costs are charged to.</source>
   <translation>费用归属的项目与合同。</translation>
  </message>
  <message>
   <source>This record has no page that you may open.</source>
   <translation>这条记录没有您可以打开的页面。</translation>
  </message>
  <message>
   <source>Users</source>
   <translation>用户</translation>
  </message>
  <message>
   <source>Vouchers</source>
   <translation>凭证</translation>
  </message>
  <message>
   <source>Weekly digests</source>
   <translation>招标周报</translation>
  </message>
  <message>
   <source>What articles are grouped by in lists and costs, and the letters of their codes.</source>
   <translation>物资按什么归类，清单和费用按此分组；物资编码以类别字母开头。</translation>
  </message>
  <message>
   <source>What each city asks for, from month to month; every amount is reckoned by it.</source>
   <translation>各参保地各时期的缴费上下限和比例，所有金额据此计算。</translation>
  </message>
  <message>
   <source>What ends, is to be handed in or comes back, until somebody has handled it.</source>
   <translation>到期、应办、应还的事项，处理之前每天提醒。</translation>
  </message>
  <message>
   <source>What every asset is charged each month, and what it is worth on any day, past or future.</source>
   <translation>每月对各项资产计提折旧；任意一天（过去或将来）的净值随时可查。</translation>
  </message>
  <message>
   <source>What goes to social insurance and housing fund each month, for whom, and whether their bills agree.</source>
   <translation>每月向社保、公积金缴纳多少、涉及哪些人、与账单是否一致。</translation>
  </message>
  <message>
   <source>What is bid for, which date comes next, what is still missing, and how it ended.</source>
   <translation>投了什么标，下一个日期是什么，还缺什么，结果如何。</translation>
  </message>
  <message>
   <source>What is given out at festivals and in quarters: print the sheet, collect signatures, close it once.</source>
   <translation>节日和季度福利：打印签收表、登记签收、一次过账关单。</translation>
  </message>
  <message>
   <source>What is scrapped, sold, given away, lost or damaged: approved, it leaves the register.</source>
   <translation>报废、出售、捐赠、盘亏、毁损的资产：审批通过后退出台账。</translation>
  </message>
  <message>
   <source>What is to be bought: asked for, approved, received line by line into the register.</source>
   <translation>要采购的物品：申请、审批、逐项验收入库建卡。</translation>
  </message>
  <message>
   <source>What lines of claims are sorted by, and which of them need an invoice.</source>
   <translation>报销明细的类别，以及哪些需要发票。</translation>
  </message>
  <message>
   <source>What may be spent, from which day on; the checks of every paper look at it.</source>
   <translation>可以花多少、从哪天起执行；每张单据的检查都按它进行。</translation>
  </message>
  <message>
   <source>What needs your decision and is no claim appears here: payroll, personnel papers, insurance, purchases and disposals of assets, stock-takes, loans of certificates.</source>
   <translation>费用单据以外需要您审批的单据都在这里：工资表、人事单据、社保公积金、资产采购与处置、盘点、证照借用。</translation>
  </message>
  <message>
   <source>What pay is made of, in the order of the payroll sheet; a draft follows when it is reckoned again.</source>
   <translation>工资的组成，按工资表的列顺序；草稿重新计算后生效。</translation>
  </message>
  <message>
   <source>What the company and its people hold, until when, and where the originals are.</source>
   <translation>公司和人员持有哪些证照、何时到期、原件在哪里。</translation>
  </message>
  <message>
   <source>What the document of a bid usually needs, by method.</source>
   <translation>各种招标方式通常需要的标书资料。</translation>
  </message>
  <message>
   <source>What the register says against what is there: counted by scanner, explained, approved.</source>
   <translation>账实核对：扫码盘点，说明差异，审批后调整账面。</translation>
  </message>
  <message>
   <source>What was changed</source>
   <translation>修改内容</translation>
  </message>
  <message>
   <source>Who applied, how far they came, and where they come from.</source>
   <translation>谁来应聘、走到哪一步、从哪里来。</translation>
  </message>
  <message>
   <source>Who borrows which original, sealed copy or key, what for, and when it is back.</source>
   <translation>谁借了哪份原件、盖章复印件或设备，用于什么，何时归还。</translation>
  </message>
  <message>
   <source>Who decides at which level, on which papers, from which amount on.</source>
   <translation>哪一级由谁审批、哪些单据、从多少金额起。</translation>
  </message>
  <message>
   <source>Who did what, and when: every act is sealed over the one before.</source>
   <translation>谁在何时做了什么：每条记录都与前一条相扣。</translation>
  </message>
  <message>
   <source>Who has what</source>
   <translation>资产责任</translation>
  </message>
  <message>
   <source>Who joins and who stops with social insurance and housing fund, and what is missing.</source>
   <translation>社保、公积金的增减变更，以及应办未办事项。</translation>
  </message>
  <message>
   <source>Who joins, is confirmed, moves, gets another pay or leaves: each a paper that is approved.</source>
   <translation>入职、转正、调动、调薪、离职，每一项都是一张要审批的单据。</translation>
  </message>
  <message>
   <source>Who may sign in, and what their roles allow.</source>
   <translation>谁可以登录，以及角色的权限。</translation>
  </message>
  <message>
   <source>Who rents what from the company until when, which rents came in, what stands without a tenant.</source>
   <translation>谁租用什么、租到何时、租金收了哪些、哪些资产空置。</translation>
  </message>
  <message>
   <source>Who works here under which contract, and what is to be signed, renewed or ended.</source>
   <translation>全体职工的劳动合同，以及待签订、续签、终止的事项。</translation>
  </message>
  <message>
   <source>Who works here, in which department, and where money is paid to.</source>
   <translation>员工、所在部门和收款账户。</translation>
  </message>
  <message>
   <source>Whoever is away names a substitute, who decides meanwhile; both names are printed.</source>
   <translation>请假的审批人指定代理人，期间由代理人审批，单据上打印两个人的名字。</translation>
  </message>
  <message>
   <source>Whose money papers are in the end: the funds of universities and partners.</source>
   <translation>费用最终由谁的经费承担：高校、合作单位的课题和专项。</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <source>Find a tab, an action or a paper</source>
   <translation>查找页面、操作或单据</translation>
  </message>
  <message>
   <source>Find a tab, an action or a paper's number…</source>
   <translation>查找页面、操作或单号…</translation>
  </message>
  <message>
   <source>Nothing fits. Try fewer letters.</source>
   <translation>没有匹配项，试试少输入几个字。</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>查找结果</translation>
  </message>
 </context>
 <context>
  <name>PasswordDialog</name>
  <message>
   <source>Change password</source>
   <translation>修改密码</translation>
  </message>
  <message>
   <source>New password</source>
   <translation>新密码</translation>
  </message>
  <message>
   <source>New password again</source>
   <translation>再输一次新密码</translation>
  </message>
  <message>
   <source>Old password</source>
   <translation>原密码</translation>
  </message>
  <message>
   <source>The new passwords differ. Type them again.</source>
   <translation>两次输入的新密码不同，请重新输入。</translation>
  </message>
 </context>
 <context>
  <name>Payment</name>
  <message>
   <source>Account</source>
   <translation>账号</translation>
  </message>
  <message>
   <source>Add  Ctrl+S</source>
   <translation>追加  Ctrl+S</translation>
  </message>
  <message>
   <source>Add papers to {number}</source>
   <translation>向 {number} 追加单据</translation>
  </message>
  <message>
   <source>Add the bank's words to those that mean paid, or not yet, at Bank file formats.</source>
   <translation>请在“银行文件格式”中，把银行的用词加到“表示已付”或“表示未处理完”里。</translation>
  </message>
  <message>
   <source>All lines…</source>
   <translation>全部明细…</translation>
  </message>
  <message>
   <source>All lines… ({count} more)</source>
   <translation>全部明细…（还有 {count} 笔）</translation>
  </message>
  <message>
   <source>All the usual formats are here already.</source>
   <translation>常用格式都已经有了。</translation>
  </message>
  <message>
   <source>Bank</source>
   <translation>开户行</translation>
  </message>
  <message>
   <source>Bank file of {number}</source>
   <translation>{number} 的银行文件</translation>
  </message>
  <message>
   <source>Bank slips and files ({count})</source>
   <translation>银行回单和文件（{count}）</translation>
  </message>
  <message>
   <source>Bounced: {count} payments</source>
   <translation>退汇：{count} 笔</translation>
  </message>
  <message>
   <source>Bounced…</source>
   <translation>退汇…</translation>
  </message>
  <message>
   <source>Cancel the batch  Ctrl+S</source>
   <translation>取消批次  Ctrl+S</translation>
  </message>
  <message>
   <source>Cancel {number}</source>
   <translation>取消 {number}</translation>
  </message>
  <message>
   <source>Carry out  Ctrl+S</source>
   <translation>导入  Ctrl+S</translation>
  </message>
  <message>
   <source>Confirm</source>
   <translation>确认已付</translation>
  </message>
  <message>
   <source>Confirm {count} payments</source>
   <translation>确认 {count} 笔已付</translation>
  </message>
  <message>
   <source>Confirm {number}</source>
   <translation>确认 {number}</translation>
  </message>
  <message>
   <source>Every batch is settled</source>
   <translation>所有批次均已完成</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>导出</translation>
  </message>
  <message>
   <source>Export the lines</source>
   <translation>导出付款明细</translation>
  </message>
  <message>
   <source>How the file begins</source>
   <translation>文件开头预览</translation>
  </message>
  <message>
   <source>Import the bank's answer</source>
   <translation>导入银行回单</translation>
  </message>
  <message>
   <source>It was settled otherwise before. Compare with the bank, and mend it in the list of lines.</source>
   <translation>此前的处理与回单不一致。请与银行核对，在付款明细中更正。</translation>
  </message>
  <message>
   <source>Its papers wait for payment as before.</source>
   <translation>其中的单据恢复为待付款。</translation>
  </message>
  <message>
   <source>Lines ({count})</source>
   <translation>付款明细（{count}）</translation>
  </message>
  <message>
   <source>Lines of {number}</source>
   <translation>{number} 的付款明细</translation>
  </message>
  <message>
   <source>Looks odd</source>
   <translation>疑点</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>已制单</translation>
  </message>
  <message>
   <source>Make the batch  Ctrl+S</source>
   <translation>生成批次  Ctrl+S</translation>
  </message>
  <message>
   <source>Mark as paid  Ctrl+S</source>
   <translation>标记已付  Ctrl+S</translation>
  </message>
  <message>
   <source>No.</source>
   <translation>序号</translation>
  </message>
  <message>
   <source>Not paid after all: {count} payments</source>
   <translation>撤销确认：{count} 笔</translation>
  </message>
  <message>
   <source>Not paid after all…</source>
   <translation>撤销确认…</translation>
  </message>
  <message>
   <source>Note the bounce  Ctrl+S</source>
   <translation>登记退汇  Ctrl+S</translation>
  </message>
  <message>
   <source>Nothing here can be carried out. Look at the last column, or settle lines by hand.</source>
   <translation>没有可以导入的记录。请看最后一列，或在明细中手工处理。</translation>
  </message>
  <message>
   <source>Only when the bank was not given the file: a file given twice is paid twice.</source>
   <translation>仅限文件尚未交给银行时使用：交两次就会付两次。</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>已付</translation>
  </message>
  <message>
   <source>Pay together</source>
   <translation>批量付款</translation>
  </message>
  <message>
   <source>Payee</source>
   <translation>收款人</translation>
  </message>
  <message>
   <source>Payment list</source>
   <translation>付款批次清单</translation>
  </message>
  <message>
   <source>Reading {file}</source>
   <translation>正在读取 {file}</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>原因 / 流水号</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>行</translation>
  </message>
  <message>
   <source>Save the bank file</source>
   <translation>保存银行文件</translation>
  </message>
  <message>
   <source>Search number, payee, account or amount  Ctrl+F</source>
   <translation>搜索单据号、收款人、账号或金额  Ctrl+F</translation>
  </message>
  <message>
   <source>Take it back  Ctrl+S</source>
   <translation>撤回  Ctrl+S</translation>
  </message>
  <message>
   <source>Take out</source>
   <translation>移出</translation>
  </message>
  <message>
   <source>Take {number} back</source>
   <translation>收回 {number}</translation>
  </message>
  <message>
   <source>The bank's answer is missing</source>
   <translation>待银行回单</translation>
  </message>
  <message>
   <source>The bank's answer to {number}</source>
   <translation>{number} 的银行回单</translation>
  </message>
  <message>
   <source>The papers wait for payment again and may go into a new batch.</source>
   <translation>单据恢复为待付款，可以放入新的批次。</translation>
  </message>
  <message>
   <source>There is no bank file format yet. Open “Bank file formats” and load the usual ones.</source>
   <translation>还没有银行文件格式。请打开“银行文件格式”，载入常用格式。</translation>
  </message>
  <message>
   <source>These lines belong to {batch}: open that batch and import the file there.</source>
   <translation>这些记录属于 {batch}：请打开那个批次后导入此文件。</translation>
  </message>
  <message>
   <source>This answer was carried out before: nothing is left to do.</source>
   <translation>此回单已经导入过，没有需要处理的内容。</translation>
  </message>
  <message>
   <source>This fits several transfers that look alike. Settle it by hand: {numbers}</source>
   <translation>与多笔相同的付款都对得上，请手工确认：{numbers}</translation>
  </message>
  <message>
   <source>Tick all</source>
   <translation>全选</translation>
  </message>
  <message>
   <source>Tick none</source>
   <translation>全不选</translation>
  </message>
  <message>
   <source>Titles of the answer: where several may stand, separate them by |.</source>
   <translation>回单标题：可能有几种写法时，用 | 分隔。</translation>
  </message>
  <message>
   <source>What it means</source>
   <translation>处理结果</translation>
  </message>
  <message>
   <source>What the bank says</source>
   <translation>银行说明</translation>
  </message>
  <message>
   <source>What they took of advances is given back; their voucher numbers are void.</source>
   <translation>已冲销的借款会退回，凭证号作废。</translation>
  </message>
  <message>
   <source>Write the file  Ctrl+S</source>
   <translation>生成文件  Ctrl+S</translation>
  </message>
  <message>
   <source>belongs to {batch}</source>
   <translation>属于 {batch}</translation>
  </message>
  <message>
   <source>cannot be paid</source>
   <translation>不能转账</translation>
  </message>
  <message>
   <source>please check</source>
   <translation>请核对</translation>
  </message>
  <message>
   <source>we asked for {amount}</source>
   <translation>应付 {amount}</translation>
  </message>
  <message>
   <source>we wrote {name}</source>
   <translation>我方户名为{name}</translation>
  </message>
  <message>
   <source>{count} at the bank without answer, {amount}</source>
   <translation>{count} 批待银行回单，{amount}</translation>
  </message>
  <message>
   <source>{count} formats added.</source>
   <translation>已添加 {count} 种格式。</translation>
  </message>
  <message>
   <source>{count} lines, {total}</source>
   <translation>共 {count} 笔，{total}</translation>
  </message>
  <message>
   <source>{count} papers</source>
   <translation>{count} 张</translation>
  </message>
  <message>
   <source>{count} papers, {total}</source>
   <translation>{count} 张，{total}</translation>
  </message>
  <message>
   <source>{count} papers, {total}, from {account}</source>
   <translation>{count} 张，{total}，由{account}支付</translation>
  </message>
  <message>
   <source>{count} selected, {total}</source>
   <translation>已选 {count} 笔，{total}</translation>
  </message>
  <message>
   <source>{count} to be sent, {amount}</source>
   <translation>{count} 批待提交银行，{amount}</translation>
  </message>
  <message>
   <source>{count} transfers, {total}</source>
   <translation>共 {count} 笔转账，{total}</translation>
  </message>
  <message>
   <source>{number}: {paid} paid, {bounced} bounced, {already} settled before.</source>
   <translation>{number}：已付 {paid} 笔，退汇 {bounced} 笔，此前已处理 {already} 笔。</translation>
  </message>
  <message>
   <source>… and {count} more</source>
   <translation>……另有 {count} 条</translation>
  </message>
 </context>
 <context>
  <name>Payroll</name>
  <message>
   <source>A PDF a person, each locked, together in a .zip. Tell a common password apart from the files.</source>
   <translation>每人一个加密PDF，打包为 .zip。统一密码请与文件分开告知。</translation>
  </message>
  <message>
   <source>A column in which nobody has anything is left out by itself.</source>
   <translation>全表都没有数的列自动不打印。</translation>
  </message>
  <message>
   <source>A locked sheet is never reckoned again; corrections become lines of the open month.</source>
   <translation>锁定后不再重新计算；更正记入未关闭的月份。</translation>
  </message>
  <message>
   <source>Absent</source>
   <translation>旷工</translation>
  </message>
  <message>
   <source>Adds up to</source>
   <translation>合计构成</translation>
  </message>
  <message>
   <source>All</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>All components, or the short table</source>
   <translation>全部列／简表</translation>
  </message>
  <message>
   <source>All departments</source>
   <translation>全公司</translation>
  </message>
  <message>
   <source>All {count} checks…</source>
   <translation>全部 {count} 项检查…</translation>
  </message>
  <message>
   <source>Annual bonuses of {month}</source>
   <translation>{month} 年终奖</translation>
  </message>
  <message>
   <source>Annual bonuses of {month} for the tax client</source>
   <translation>{month} 全年一次性奖金（扣缴端）</translation>
  </message>
  <message>
   <source>Attendance of {month}</source>
   <translation>{month} 考勤</translation>
  </message>
  <message>
   <source>Attendance of {month}: {count} people taken over.</source>
   <translation>{month} 考勤：已导入 {count} 人。</translation>
  </message>
  <message>
   <source>Attendance of {month}: {file}</source>
   <translation>{month} 考勤：{file}</translation>
  </message>
  <message>
   <source>Attendance, rates and one-off lines stay; it can be made again at any time.</source>
   <translation>考勤、薪资标准和一次性项目保留，可随时重新生成。</translation>
  </message>
  <message>
   <source>Back to the usual columns</source>
   <translation>恢复常用列</translation>
  </message>
  <message>
   <source>Bank file of {number}</source>
   <translation>{number} 的银行代发文件</translation>
  </message>
  <message>
   <source>Bonus</source>
   <translation>奖金</translation>
  </message>
  <message>
   <source>Bonus sheet</source>
   <translation>奖金表</translation>
  </message>
  <message>
   <source>Bonus {bonus} taxed by itself: {tax}</source>
   <translation>单独计税的奖金 {bonus}，个税 {tax}</translation>
  </message>
  <message>
   <source>Bracket</source>
   <translation>跳档</translation>
  </message>
  <message>
   <source>Causes</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>较上月</translation>
  </message>
  <message>
   <source>Cheaper</source>
   <translation>更省</translation>
  </message>
  <message>
   <source>Checks</source>
   <translation>发放检查</translation>
  </message>
  <message>
   <source>Checks of {number}</source>
   <translation>{number} 发放检查</translation>
  </message>
  <message>
   <source>Choose a figure on the sheet: here stands how it came about.</source>
   <translation>点选表中的数字，这里说明它的来历。</translation>
  </message>
  <message>
   <source>Close without saving</source>
   <translation>不保存，关闭</translation>
  </message>
  <message>
   <source>Close without saving what you changed?</source>
   <translation>不保存所做的修改就关闭？</translation>
  </message>
  <message>
   <source>Close without saving?</source>
   <translation>不保存就关闭？</translation>
  </message>
  <message>
   <source>Column</source>
   <translation>列</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>列</translation>
  </message>
  <message>
   <source>Columns ({count} used)</source>
   <translation>列（使用 {count}）</translation>
  </message>
  <message>
   <source>Columns of the client's template that stay empty: {titles}</source>
   <translation>模板中以下列留空：{titles}</translation>
  </message>
  <message>
   <source>Copy the table in Excel first: names below 姓名 or 工号, a column a component.</source>
   <translation>请先在 Excel 中复制表格：首行为姓名或工号，每个薪资项目一列。</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>出勤</translation>
  </message>
  <message>
   <source>Department</source>
   <translation>部门</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>差额</translation>
  </message>
  <message>
   <source>Differences of {month} to last month</source>
   <translation>{month} 较上月差异</translation>
  </message>
  <message>
   <source>Down (Ctrl+Down)</source>
   <translation>下移 (Ctrl+Down)</translation>
  </message>
  <message>
   <source>Drafts follow when they are reckoned again; what is further stays as it is.</source>
   <translation>草稿重新计算后生效；已提交及以后的不变。</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>发放日</translation>
  </message>
  <message>
   <source>Employer's cost</source>
   <translation>单位成本</translation>
  </message>
  <message>
   <source>Enter the annual bonuses at One-off lines first: a line a person.</source>
   <translation>请先在“一次性项目”中录入年终奖，每人一行。</translation>
  </message>
  <message>
   <source>Every row is clear.</source>
   <translation>每一行都明确。</translation>
  </message>
  <message>
   <source>Every row is clear; {count} things to look at.</source>
   <translation>每一行都明确；{count} 处需要看一下。</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>导出</translation>
  </message>
  <message>
   <source>Filled in when it is printed: {marks}</source>
   <translation>打印时自动代入：{marks}</translation>
  </message>
  <message>
   <source>First value</source>
   <translation>第一行的值</translation>
  </message>
  <message>
   <source>Gross</source>
   <translation>应发</translation>
  </message>
  <message>
   <source>Heading on paper</source>
   <translation>打印列名</translation>
  </message>
  <message>
   <source>Housing fund</source>
   <translation>公积金</translation>
  </message>
  <message>
   <source>Import attendance</source>
   <translation>导入考勤</translation>
  </message>
  <message>
   <source>Income {income}, taxable {taxable}, tax withheld {tax} in the year</source>
   <translation>全年收入 {income}，应纳税所得额 {taxable}，已预扣个税 {tax}</translation>
  </message>
  <message>
   <source>Insurance</source>
   <translation>三险一金</translation>
  </message>
  <message>
   <source>Insured</source>
   <translation>三险一金</translation>
  </message>
  <message>
   <source>Internship: income {income}, taxable {taxable}, tax withheld {tax}</source>
   <translation>实习报酬：收入 {income}，应纳税所得额 {taxable}，已扣税 {tax}</translation>
  </message>
  <message>
   <source>It is this person  Ctrl+S</source>
   <translation>就是此人  Ctrl+S</translation>
  </message>
  <message>
   <source>It pays the annual bonuses among the one-off lines of the month.</source>
   <translation>发放当月一次性项目中的年终奖。</translation>
  </message>
  <message>
   <source>It pays the one-off lines of the month that no sheet has taken yet.</source>
   <translation>发放当月尚未进入工资表的一次性项目。</translation>
  </message>
  <message>
   <source>It was not paid: reckon it again, then it is approved once more.</source>
   <translation>尚未发放：重新计算后须再次审批。</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>请假</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>离职</translation>
  </message>
  <message>
   <source>Less</source>
   <translation>扣款</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>锁定</translation>
  </message>
  <message>
   <source>Lock {month}?</source>
   <translation>锁定 {month}？</translation>
  </message>
  <message>
   <source>Locked months go on being printed as they were when they were locked.</source>
   <translation>已锁定月份仍按锁定时的模板打印。</translation>
  </message>
  <message>
   <source>Locked payslips {month}</source>
   <translation>加密工资条 {month}</translation>
  </message>
  <message>
   <source>Make the .zip…  Ctrl+S</source>
   <translation>生成压缩包…  Ctrl+S</translation>
  </message>
  <message>
   <source>Make the draft  Ctrl+S</source>
   <translation>生成草稿  Ctrl+S</translation>
  </message>
  <message>
   <source>Make the sheet…  Ctrl+S</source>
   <translation>生成奖金表…  Ctrl+S</translation>
  </message>
  <message>
   <source>Making the sheet of {month}</source>
   <translation>正在生成 {month} 工资表</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>月份</translation>
  </message>
  <message>
   <source>Month after (Alt+Right)</source>
   <translation>后一张（Alt+Right）</translation>
  </message>
  <message>
   <source>Month before (Alt+Left)</source>
   <translation>前一张（Alt+Left）</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Name or number, component, amount, note: Ctrl+V pastes them from Excel.</source>
   <translation>姓名或工号、薪资项目、金额、备注：可用 Ctrl+V 从 Excel 粘贴。</translation>
  </message>
  <message>
   <source>Net</source>
   <translation>实发</translation>
  </message>
  <message>
   <source>Net last month</source>
   <translation>上月实发</translation>
  </message>
  <message>
   <source>Net now</source>
   <translation>本月实发</translation>
  </message>
  <message>
   <source>New</source>
   <translation>新入职</translation>
  </message>
  <message>
   <source>New amount  Ctrl+N</source>
   <translation>新标准  Ctrl+N</translation>
  </message>
  <message>
   <source>New amount from a day on</source>
   <translation>从某日起的新标准</translation>
  </message>
  <message>
   <source>New card</source>
   <translation>换卡</translation>
  </message>
  <message>
   <source>No sheet yet</source>
   <translation>还没有工资表</translation>
  </message>
  <message>
   <source>Nobody of this sheet differs from last month's.</source>
   <translation>本表与上月相比没有差异。</translation>
  </message>
  <message>
   <source>Note at the foot</source>
   <translation>页脚说明</translation>
  </message>
  <message>
   <source>Nothing of it this month.</source>
   <translation>本月没有此项。</translation>
  </message>
  <message>
   <source>Nothing was paid in this year.</source>
   <translation>这一年没有发放记录。</translation>
  </message>
  <message>
   <source>One-off lines of {month}</source>
   <translation>{month} 一次性项目</translation>
  </message>
  <message>
   <source>Opening</source>
   <translation>年初数</translation>
  </message>
  <message>
   <source>Opening figures of the year and deductions stand there.</source>
   <translation>年初数和扣除项在那里录入。</translation>
  </message>
  <message>
   <source>Others</source>
   <translation>其他应发</translation>
  </message>
  <message>
   <source>Overtime</source>
   <translation>加班</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>单据</translation>
  </message>
  <message>
   <source>Paper size</source>
   <translation>纸张</translation>
  </message>
  <message>
   <source>Parted by “/”. Who did it is filled in behind {known}.</source>
   <translation>用“/”分隔；{known} 后自动填写经办人。</translation>
  </message>
  <message>
   <source>Paste a table with titles</source>
   <translation>粘贴带表头的表格</translation>
  </message>
  <message>
   <source>Pay for labour of {month} for the tax client</source>
   <translation>{month} 劳务报酬所得（扣缴端）</translation>
  </message>
  <message>
   <source>Pay of {name}</source>
   <translation>{name} 的薪资标准</translation>
  </message>
  <message>
   <source>Payroll settings</source>
   <translation>工资参数</translation>
  </message>
  <message>
   <source>Payslip</source>
   <translation>工资条</translation>
  </message>
  <message>
   <source>People</source>
   <translation>人数</translation>
  </message>
  <message>
   <source>People ({count})</source>
   <translation>人员（{count}）</translation>
  </message>
  <message>
   <source>People paid in {month} for the tax client</source>
   <translation>{month} 人员信息（扣缴端）</translation>
  </message>
  <message>
   <source>Personnel file</source>
   <translation>人事档案</translation>
  </message>
  <message>
   <source>Post</source>
   <translation>岗位</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>打印</translation>
  </message>
  <message>
   <source>Printed paper</source>
   <translation>打印单据</translation>
  </message>
  <message>
   <source>Printed papers</source>
   <translation>打印模板</translation>
  </message>
  <message>
   <source>Quick</source>
   <translation>速算扣除</translation>
  </message>
  <message>
   <source>Rate</source>
   <translation>税率</translation>
  </message>
  <message>
   <source>Reckoning again</source>
   <translation>正在重新计算</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Remove {component} from {day}?</source>
   <translation>删除自 {day} 起的{component}？</translation>
  </message>
  <message>
   <source>Restore the usual</source>
   <translation>恢复通用模板</translation>
  </message>
  <message>
   <source>Return  Ctrl+S</source>
   <translation>退回  Ctrl+S</translation>
  </message>
  <message>
   <source>Return {number}</source>
   <translation>退回 {number}</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>行</translation>
  </message>
  <message>
   <source>Row {row}, {column}: {sentence}</source>
   <translation>第 {row} 行，{column}：{sentence}</translation>
  </message>
  <message>
   <source>Row {row}: {name}</source>
   <translation>第 {row} 行：{name}</translation>
  </message>
  <message>
   <source>Save the file  Ctrl+S</source>
   <translation>保存文件  Ctrl+S</translation>
  </message>
  <message>
   <source>Saved. Everybody prints this way from now on.</source>
   <translation>已保存，全公司从现在起按此打印。</translation>
  </message>
  <message>
   <source>Saved. The draft follows when it is reckoned again.</source>
   <translation>已保存。草稿重新计算后生效。</translation>
  </message>
  <message>
   <source>Saves</source>
   <translation>可省</translation>
  </message>
  <message>
   <source>Say who it is…</source>
   <translation>指明人员…</translation>
  </message>
  <message>
   <source>Schedule {year}</source>
   <translation>{year} 年日程</translation>
  </message>
  <message>
   <source>Search  Ctrl+F</source>
   <translation>搜索  Ctrl+F</translation>
  </message>
  <message>
   <source>Search component, reason or amount  Ctrl+F</source>
   <translation>搜索项目、原因或金额  Ctrl+F</translation>
  </message>
  <message>
   <source>Search month, kind or state  Ctrl+F</source>
   <translation>搜索月份、类型或状态  Ctrl+F</translation>
  </message>
  <message>
   <source>Search name or department  Ctrl+F</source>
   <translation>搜索姓名或部门  Ctrl+F</translation>
  </message>
  <message>
   <source>Search name or what is wrong  Ctrl+F</source>
   <translation>搜索姓名或问题  Ctrl+F</translation>
  </message>
  <message>
   <source>Search name, department or cause  Ctrl+F</source>
   <translation>搜索姓名、部门或原因  Ctrl+F</translation>
  </message>
  <message>
   <source>Search name, department or pinyin initials  Ctrl+F</source>
   <translation>搜索姓名、部门、拼音首字母  Ctrl+F</translation>
  </message>
  <message>
   <source>Search name, number or what is wrong  Ctrl+F</source>
   <translation>搜索姓名、工号或问题  Ctrl+F</translation>
  </message>
  <message>
   <source>Severance of {month} for the tax client</source>
   <translation>{month} 解除劳动合同一次性补偿金（扣缴端）</translation>
  </message>
  <message>
   <source>Show on the sheet</source>
   <translation>在表中显示</translation>
  </message>
  <message>
   <source>Show on the sheet  Enter</source>
   <translation>在表中显示  Enter</translation>
  </message>
  <message>
   <source>Signature line</source>
   <translation>签字栏</translation>
  </message>
  <message>
   <source>Skip the row</source>
   <translation>跳过此行</translation>
  </message>
  <message>
   <source>Social insurance</source>
   <translation>社保</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Supplement sheet</source>
   <translation>补发表</translation>
  </message>
  <message>
   <source>Take back  Ctrl+S</source>
   <translation>退回  Ctrl+S</translation>
  </message>
  <message>
   <source>Take it back  Ctrl+S</source>
   <translation>收回  Ctrl+S</translation>
  </message>
  <message>
   <source>Take over  Ctrl+S</source>
   <translation>导入  Ctrl+S</translation>
  </message>
  <message>
   <source>Take over {count} people  Ctrl+S</source>
   <translation>导入 {count} 人  Ctrl+S</translation>
  </message>
  <message>
   <source>Take the client's own template…</source>
   <translation>采用扣缴端模板…</translation>
  </message>
  <message>
   <source>Take {number} back to the draft</source>
   <translation>把 {number} 退回草稿</translation>
  </message>
  <message>
   <source>Taken for</source>
   <translation>用作</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>个税</translation>
  </message>
  <message>
   <source>Tax by itself</source>
   <translation>单独计税</translation>
  </message>
  <message>
   <source>Tax merged</source>
   <translation>并入综合所得</translation>
  </message>
  <message>
   <source>Tax now</source>
   <translation>本期个税</translation>
  </message>
  <message>
   <source>The bank did not take the file of {number}</source>
   <translation>银行未受理 {number} 的文件</translation>
  </message>
  <message>
   <source>The company's own template.</source>
   <translation>正在使用本公司的模板。</translation>
  </message>
  <message>
   <source>The draft is made of last month's people, changes of pay, attendance, joins and leaves, insurance and tax.</source>
   <translation>草稿由上月人员、调薪、考勤、入离职、社保公积金和个税生成。</translation>
  </message>
  <message>
   <source>The file names no month. Make sure that it is that of {month}.</source>
   <translation>文件中没有月份。请确认是 {month} 的考勤。</translation>
  </message>
  <message>
   <source>The sheet that pays this month: {state}. Attendance stays as it is.</source>
   <translation>发放本月的工资表：{state}。考勤不再更改。</translation>
  </message>
  <message>
   <source>The sheets of the year (Ctrl+Y)</source>
   <translation>全年工资表（Ctrl+Y）</translation>
  </message>
  <message>
   <source>The tax client's empty template</source>
   <translation>扣缴端空模板</translation>
  </message>
  <message>
   <source>The usual template.</source>
   <translation>正在使用通用模板。</translation>
  </message>
  <message>
   <source>There are no sheets of {year}.</source>
   <translation>没有 {year} 年的工资表。</translation>
  </message>
  <message>
   <source>This table as Excel</source>
   <translation>当前表格（Excel）</translation>
  </message>
  <message>
   <source>Throw away</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Throw the draft {number} away?</source>
   <translation>删除草稿 {number}？</translation>
  </message>
  <message>
   <source>Times late</source>
   <translation>迟到次数</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>Title in the file</source>
   <translation>文件中的列名</translation>
  </message>
  <message>
   <source>To be made</source>
   <translation>待生成</translation>
  </message>
  <message>
   <source>To last month</source>
   <translation>较上月</translation>
  </message>
  <message>
   <source>To look at</source>
   <translation>需要看</translation>
  </message>
  <message>
   <source>To look at ({count})</source>
   <translation>需要看（{count}）</translation>
  </message>
  <message>
   <source>Total ({count})</source>
   <translation>合计（{count}）</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>至</translation>
  </message>
  <message>
   <source>Up (Ctrl+Up)</source>
   <translation>上移 (Ctrl+Up)</translation>
  </message>
  <message>
   <source>Wages of {month} for the tax client</source>
   <translation>{month} 正常工资薪金（扣缴端）</translation>
  </message>
  <message>
   <source>Wages: income {income}, taxable {taxable}, tax withheld {tax}</source>
   <translation>工资薪金：收入 {income}，应纳税所得额 {taxable}，已扣税 {tax}</translation>
  </message>
  <message>
   <source>Weight</source>
   <translation>程度</translation>
  </message>
  <message>
   <source>What is wrong</source>
   <translation>问题</translation>
  </message>
  <message>
   <source>What moved</source>
   <translation>变动原因</translation>
  </message>
  <message>
   <source>What stands there</source>
   <translation>文件中的内容</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>检查结果</translation>
  </message>
  <message>
   <source>What was paid before stays as it was.</source>
   <translation>以前已发的不变。</translation>
  </message>
  <message>
   <source>Why this number</source>
   <translation>为什么是这个数</translation>
  </message>
  <message>
   <source>Width %</source>
   <translation>列宽 %</translation>
  </message>
  <message>
   <source>With differences</source>
   <translation>有差异</translation>
  </message>
  <message>
   <source>Withdraw  Ctrl+S</source>
   <translation>撤回  Ctrl+S</translation>
  </message>
  <message>
   <source>Withdraw {number}</source>
   <translation>撤回 {number}</translation>
  </message>
  <message>
   <source>Withheld</source>
   <translation>代扣</translation>
  </message>
  <message>
   <source>Worked</source>
   <translation>实出勤</translation>
  </message>
  <message>
   <source>Write the file  Ctrl+S</source>
   <translation>生成文件  Ctrl+S</translation>
  </message>
  <message>
   <source>Year after</source>
   <translation>后一年</translation>
  </message>
  <message>
   <source>Year before</source>
   <translation>前一年</translation>
  </message>
  <message>
   <source>Year ledger of {name}, {year}</source>
   <translation>{name} {year} 年个税台账</translation>
  </message>
  <message>
   <source>blind zone: {amount} leaves as much</source>
   <translation>处于盲区：发 {amount} 到手一样多</translation>
  </message>
  <message>
   <source>by itself</source>
   <translation>单独计税</translation>
  </message>
  <message>
   <source>had one taxed by itself this year</source>
   <translation>今年已有单独计税的奖金</translation>
  </message>
  <message>
   <source>merged</source>
   <translation>并入</translation>
  </message>
  <message>
   <source>net {change} in all</source>
   <translation>实发合计 {change}</translation>
  </message>
  <message>
   <source>not made yet</source>
   <translation>尚未生成</translation>
  </message>
  <message>
   <source>returned: {reason}</source>
   <translation>已退回：{reason}</translation>
  </message>
  <message>
   <source>the tax of {count} more moved by a rounding of 0.01</source>
   <translation>另有 {count} 人仅个税尾差0.01</translation>
  </message>
  <message>
   <source>the {day} is a holiday</source>
   <translation>{day}是节假日</translation>
  </message>
  <message>
   <source>the {day} is a {weekday}</source>
   <translation>{day}是{weekday}</translation>
  </message>
  <message>
   <source>with {name}</source>
   <translation>待 {name} 审批</translation>
  </message>
  <message>
   <source>{count} are no longer on the sheet</source>
   <translation>{count} 人不再在表上</translation>
  </message>
  <message>
   <source>{count} days overdue</source>
   <translation>已逾期 {count} 天</translation>
  </message>
  <message>
   <source>{count} differences to look at</source>
   <translation>{count} 项差异需要看</translation>
  </message>
  <message>
   <source>{count} lines stay on {numbers}.</source>
   <translation>{count} 行已在 {numbers} 中。</translation>
  </message>
  <message>
   <source>{count} of them are only proposed: the whole month worked.</source>
   <translation>其中 {count} 人为预填：按全勤。</translation>
  </message>
  <message>
   <source>{count} of {people} people, {total} of {net} net pay</source>
   <translation>{people} 人中 {count} 人，实发 {net} 中支付 {total}</translation>
  </message>
  <message>
   <source>{count} people</source>
   <translation>{count} 人</translation>
  </message>
  <message>
   <source>{count} people differ</source>
   <translation>{count} 人有差异</translation>
  </message>
  <message>
   <source>{count} people have no ID number and are left out: {names}</source>
   <translation>{count} 人没有身份证号，不在压缩包内：{names}</translation>
  </message>
  <message>
   <source>{count} people; days and hours, Ctrl+V pastes from Excel.</source>
   <translation>{count} 人；单位为天和小时，可用 Ctrl+V 从 Excel 粘贴。</translation>
  </message>
  <message>
   <source>{count} people; nobody stands in a blind zone.</source>
   <translation>{count} 人；没有人处于盲区。</translation>
  </message>
  <message>
   <source>{count} people; {blind} stand in a blind zone, where more bonus leaves less.</source>
   <translation>{count} 人；{blind} 人处于盲区，多发反而到手更少。</translation>
  </message>
  <message>
   <source>{count} rows are not clear: say who it is, or skip the row. Nothing is saved before.</source>
   <translation>{count} 行不明确：请指明人员或跳过。在此之前不会保存。</translation>
  </message>
  <message>
   <source>{day} {month}</source>
   <translation>{month}{day}日</translation>
  </message>
  <message>
   <source>{department} ({count})</source>
   <translation>{department} {count}</translation>
  </message>
  <message>
   <source>{month} sheet, due {day} ({weekday})</source>
   <translation>{month}工资表，{day}（{weekday}）发放</translation>
  </message>
  <message>
   <source>{month} sheet, due {day} ({why})</source>
   <translation>{month}工资表，{day}发放（{why}）</translation>
  </message>
  <message>
   <source>{month} sheet, paid on {day}</source>
   <translation>{month}工资表，{day}已发放</translation>
  </message>
  <message>
   <source>{number} was paid</source>
   <translation>{number} 已发放</translation>
  </message>
  <message>
   <source>{people} people · gross {gross} · tax {tax} · net {net} · employer's cost {cost}</source>
   <translation>{people} 人 · 应发 {gross} · 个税 {tax} · 实发 {net} · 单位成本 {cost}</translation>
  </message>
  <message>
   <source>{people} people, {net}</source>
   <translation>{people} 人，{net}</translation>
  </message>
  <message>
   <source>{stops} stop the sheet, {warns} are to be looked at</source>
   <translation>{stops} 项必须处理，{warns} 项需要看</translation>
  </message>
  <message>
   <source>{total} a month now, {count} components</source>
   <translation>现每月 {total}，{count} 个项目</translation>
  </message>
  <message>
   <source>Σ additional</source>
   <translation>累计专项附加</translation>
  </message>
  <message>
   <source>Σ basic</source>
   <translation>累计减除费用</translation>
  </message>
  <message>
   <source>Σ income</source>
   <translation>累计收入</translation>
  </message>
  <message>
   <source>Σ insurance</source>
   <translation>累计三险一金</translation>
  </message>
  <message>
   <source>Σ other</source>
   <translation>累计其他扣除</translation>
  </message>
  <message>
   <source>Σ tax</source>
   <translation>累计个税</translation>
  </message>
  <message>
   <source>Σ taxable</source>
   <translation>累计应纳税所得</translation>
  </message>
  <message>
   <source>Σ withheld</source>
   <translation>已预扣</translation>
  </message>
 </context>
 <context>
  <name>Personnel</name>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>All contracts of this person</source>
   <translation>此人全部合同</translation>
  </message>
  <message>
   <source>Approval</source>
   <translation>审批</translation>
  </message>
  <message>
   <source>Bank card</source>
   <translation>工资卡</translation>
  </message>
  <message>
   <source>Bank cards</source>
   <translation>工资卡</translation>
  </message>
  <message>
   <source>Contract</source>
   <translation>劳动合同</translation>
  </message>
  <message>
   <source>Contracts</source>
   <translation>劳动合同</translation>
  </message>
  <message>
   <source>Contracts are written, renewed and ended on the page Labour contracts.</source>
   <translation>合同的签订、续签和终止在“劳动合同”页面办理。</translation>
  </message>
  <message>
   <source>Deductions of this month</source>
   <translation>本月专项附加扣除</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Delete the draft {number}?</source>
   <translation>删除草稿 {number}？</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>草稿</translation>
  </message>
  <message>
   <source>Education</source>
   <translation>学历</translation>
  </message>
  <message>
   <source>Education and file</source>
   <translation>学历与档案</translation>
  </message>
  <message>
   <source>Employment</source>
   <translation>用工形式</translation>
  </message>
  <message>
   <source>End  Ctrl+S</source>
   <translation>终止/解除  Ctrl+S</translation>
  </message>
  <message>
   <source>End the contract of {name}</source>
   <translation>终止或解除{name}的合同</translation>
  </message>
  <message>
   <source>Every contract is in order</source>
   <translation>合同均已办妥</translation>
  </message>
  <message>
   <source>Every department and post from its day on. A change of the employee adds a line by itself.</source>
   <translation>各部门、岗位及其起始日期。修改员工的部门、岗位或职级会自动新增一行。</translation>
  </message>
  <message>
   <source>Family and deductions</source>
   <translation>家属与专项附加扣除</translation>
  </message>
  <message>
   <source>File kept at</source>
   <translation>档案存放地</translation>
  </message>
  <message>
   <source>First wage: this is the first wage of the year anywhere. Opening figures are cumulative to the month named, for a company that begins in the middle of a year.</source>
   <translation>首次取得工资：本年度首次取得工资薪金。年初数为截至所填月份的累计数，供年中启用时录入。</translation>
  </message>
  <message>
   <source>From {day}</source>
   <translation>自 {day} 起</translation>
  </message>
  <message>
   <source>Health</source>
   <translation>体检</translation>
  </message>
  <message>
   <source>History of the file</source>
   <translation>档案变更记录</translation>
  </message>
  <message>
   <source>Identity</source>
   <translation>身份信息</translation>
  </message>
  <message>
   <source>Identity number</source>
   <translation>证件号码</translation>
  </message>
  <message>
   <source>Import  Ctrl+S</source>
   <translation>导入  Ctrl+S</translation>
  </message>
  <message>
   <source>Import people from a table</source>
   <translation>从表格导入员工</translation>
  </message>
  <message>
   <source>Import people from {file}</source>
   <translation>从 {file} 导入员工</translation>
  </message>
  <message>
   <source>In effect</source>
   <translation>生效</translation>
  </message>
  <message>
   <source>In effect since {day}</source>
   <translation>已于 {day} 生效</translation>
  </message>
  <message>
   <source>It could not take effect: {why}</source>
   <translation>未能生效：{why}</translation>
  </message>
  <message>
   <source>It was approved and has not taken effect yet. Nothing of it will.</source>
   <translation>该单据已批准、尚未生效，作废后不再生效。</translation>
  </message>
  <message>
   <source>Last day {day}</source>
   <translation>最后工作日 {day}</translation>
  </message>
  <message>
   <source>Leaver's list ({settled} of {count} settled)</source>
   <translation>离职清单（{count} 项已办结 {settled} 项）</translation>
  </message>
  <message>
   <source>Line {line}: {doubt}</source>
   <translation>第 {line} 行：{doubt}</translation>
  </message>
  <message>
   <source>Next health check</source>
   <translation>下次体检</translation>
  </message>
  <message>
   <source>No bank card</source>
   <translation>没有工资卡</translation>
  </message>
  <message>
   <source>No day of notice is entered. The law asks for thirty days in writing, or for a month's pay instead (labour contract law, article 40).</source>
   <translation>未填书面通知日。依法应提前三十日书面通知，或支付代通知金（劳动合同法第四十条）。</translation>
  </message>
  <message>
   <source>No labour contract</source>
   <translation>没有劳动合同</translation>
  </message>
  <message>
   <source>Not sixteen yet when hired</source>
   <translation>入职时未满十六周岁</translation>
  </message>
  <message>
   <source>Notice was given {days} days before the last day. The law asks for thirty days, up to {day}, or for a month's pay instead (labour contract law, article 40).</source>
   <translation>距最后工作日仅提前 {days} 日通知。依法应提前三十日，即至 {day}，或支付代通知金（劳动合同法第四十条）。</translation>
  </message>
  <message>
   <source>Now: {facts}</source>
   <translation>目前：{facts}</translation>
  </message>
  <message>
   <source>Pay a month</source>
   <translation>月薪资</translation>
  </message>
  <message>
   <source>Personnel file</source>
   <translation>人事档案</translation>
  </message>
  <message>
   <source>Personnel file of {name} ({number})</source>
   <translation>{name}的人事档案（{number}）</translation>
  </message>
  <message>
   <source>Personnel papers</source>
   <translation>人事单据</translation>
  </message>
  <message>
   <source>Post</source>
   <translation>任职</translation>
  </message>
  <message>
   <source>Probation until</source>
   <translation>试用期至</translation>
  </message>
  <message>
   <source>Return  Ctrl+S</source>
   <translation>退回  Ctrl+S</translation>
  </message>
  <message>
   <source>Return {number}</source>
   <translation>退回 {number}</translation>
  </message>
  <message>
   <source>Roster of employees</source>
   <translation>职工名册</translation>
  </message>
  <message>
   <source>Scans ({count})</source>
   <translation>扫描件（{count}）</translation>
  </message>
  <message>
   <source>Settled  Ctrl+S</source>
   <translation>办结  Ctrl+S</translation>
  </message>
  <message>
   <source>Severance may be due for this kind of ending (labour contract law, article 46). Work it out before the last pay.</source>
   <translation>这种离职可能要支付经济补偿（劳动合同法第四十六条），请在结清工资前核算。</translation>
  </message>
  <message>
   <source>Sex, age</source>
   <translation>性别、年龄</translation>
  </message>
  <message>
   <source>Tables (*.xlsx *.xls *.csv)</source>
   <translation>表格 (*.xlsx *.xls *.csv)</translation>
  </message>
  <message>
   <source>Take it back  Ctrl+S</source>
   <translation>作废  Ctrl+S</translation>
  </message>
  <message>
   <source>Take {number} back</source>
   <translation>作废 {number}</translation>
  </message>
  <message>
   <source>Takes effect on {day}</source>
   <translation>将于 {day} 生效</translation>
  </message>
  <message>
   <source>Tax year</source>
   <translation>个税年度</translation>
  </message>
  <message>
   <source>The ID card number is missing</source>
   <translation>缺身份证号码</translation>
  </message>
  <message>
   <source>The ID card number is too short or too long</source>
   <translation>身份证号码位数不对</translation>
  </message>
  <message>
   <source>The ID card number says another birthday</source>
   <translation>出生日期与身份证号码不一致</translation>
  </message>
  <message>
   <source>The ID card number says another sex</source>
   <translation>性别与身份证号码不一致</translation>
  </message>
  <message>
   <source>The bank card looks mistyped</source>
   <translation>工资卡号可能录错</translation>
  </message>
  <message>
   <source>The birthday in the ID card number is no day</source>
   <translation>身份证号码中的出生日期不存在</translation>
  </message>
  <message>
   <source>The card in force on the day of payment counts. A new card is a new line with its first day.</source>
   <translation>以发放日有效的卡为准。换卡时新增一行，填写启用日期。</translation>
  </message>
  <message>
   <source>The check digit of the ID card number does not fit</source>
   <translation>身份证号码校验位不符</translation>
  </message>
  <message>
   <source>The family whom deductions are for.</source>
   <translation>专项附加扣除对应的家属。</translation>
  </message>
  <message>
   <source>The health check is overdue</source>
   <translation>体检已逾期</translation>
  </message>
  <message>
   <source>The labour contract is over</source>
   <translation>劳动合同已到期</translation>
  </message>
  <message>
   <source>The pay is shown to those who may see it.</source>
   <translation>薪资只显示给有权查看的人。</translation>
  </message>
  <message>
   <source>The payroll sheet of {month} is submitted or paid already. The difference comes as a supplement line in the open month.</source>
   <translation>{month} 工资表已提交或已发放，差额将作为补发项列入未结月份。</translation>
  </message>
  <message>
   <source>Together</source>
   <translation>合计</translation>
  </message>
  <message>
   <source>What changes</source>
   <translation>变更内容</translation>
  </message>
  <message>
   <source>What the opening figures under Additional and Other are made of. The tax client asks for the year so far by item.</source>
   <translation>年初数中专项附加扣除和其他扣除的分项金额：扣缴端须按项目填报本年累计数。</translation>
  </message>
  <message>
   <source>Who resigns gives 30 days' notice, on probation 3 days (article 37); the company 30 days or a month's pay (article 40).</source>
   <translation>本人辞职提前 30 天通知，试用期内提前 3 天（第三十七条）；单位解除提前 30 天通知或支付一个月代通知金（第四十条）。</translation>
  </message>
  <message>
   <source>With {days} days of notice the last day would be {day} or later (labour contract law, article 37).</source>
   <translation>按提前 {days} 天通知，最后工作日应不早于 {day}（劳动合同法第三十七条）。</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>撤回</translation>
  </message>
  <message>
   <source>Withdraw {number} to change it?</source>
   <translation>撤回 {number} 以便修改？</translation>
  </message>
  <message>
   <source>Without a day the next check is due a year later.</source>
   <translation>下次体检留空则为一年后。</translation>
  </message>
  <message>
   <source>Worked here as {number} until {day} and gets that number again.</source>
   <translation>曾以工号 {number} 在职至 {day}，将沿用原工号。</translation>
  </message>
  <message>
   <source>Yuan a month. Leave the amount empty for the usual one, the last month empty while it goes on.</source>
   <translation>单位：元/月。金额留空按标准，截止月份留空表示持续扣除。</translation>
  </message>
  <message>
   <source>by {day}</source>
   <translation>应于 {day} 前</translation>
  </message>
  <message>
   <source>from {day}</source>
   <translation>{day} 起</translation>
  </message>
  <message>
   <source>hired on {day}</source>
   <translation>{day} 入职</translation>
  </message>
  <message>
   <source>no end</source>
   <translation>长期</translation>
  </message>
  <message>
   <source>not signed</source>
   <translation>未签订</translation>
  </message>
  <message>
   <source>on probation until {day}</source>
   <translation>试用期至 {day}</translation>
  </message>
  <message>
   <source>{age} years</source>
   <translation>{age} 岁</translation>
  </message>
  <message>
   <source>{column}: {sentence}</source>
   <translation>{column}：{sentence}</translation>
  </message>
  <message>
   <source>{count} approved for a later day, the next on {day}</source>
   <translation>{count} 张已批准待生效，最近的在 {day}</translation>
  </message>
  <message>
   <source>{count} being decided</source>
   <translation>{count} 张审批中</translation>
  </message>
  <message>
   <source>{count} end within 60 days</source>
   <translation>{count} 份 60 天内到期</translation>
  </message>
  <message>
   <source>{count} expired, still working</source>
   <translation>{count} 份已到期仍在职</translation>
  </message>
  <message>
   <source>{count} files without an ID card number</source>
   <translation>{count} 人缺身份证号码</translation>
  </message>
  <message>
   <source>{count} health checks due within 30 days</source>
   <translation>{count} 人 30 天内应体检</translation>
  </message>
  <message>
   <source>{count} probations end soon</source>
   <translation>{count} 人试用期将满</translation>
  </message>
  <message>
   <source>{count} to finish and submit</source>
   <translation>{count} 张待完善提交</translation>
  </message>
  <message>
   <source>{count} unsigned after a month</source>
   <translation>{count} 份超过一个月未签</translation>
  </message>
  <message>
   <source>{count} with a number that contradicts</source>
   <translation>{count} 人证件信息不一致</translation>
  </message>
  <message>
   <source>{count} without a contract: {names}</source>
   <translation>{count} 人没有合同：{names}</translation>
  </message>
  <message>
   <source>{days} d late</source>
   <translation>逾期 {days} 天</translation>
  </message>
  <message>
   <source>{day} was the last day</source>
   <translation>应于 {day} 前办结，已逾期</translation>
  </message>
  <message>
   <source>{day}, expired</source>
   <translation>{day} 已到期</translation>
  </message>
  <message>
   <source>{kind}, to {day}</source>
   <translation>{kind}，至 {day}</translation>
  </message>
  <message>
   <source>{name}: settled</source>
   <translation>{name}：办结事项</translation>
  </message>
 </context>
 <context>
  <name>Policies</name>
  <message>
   <source>Amount</source>
   <translation>金额</translation>
  </message>
  <message>
   <source>Claimant</source>
   <translation>报销人</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Dry run</source>
   <translation>试算</translation>
  </message>
  <message>
   <source>Dry run  Ctrl+T</source>
   <translation>试算  Ctrl+T</translation>
  </message>
  <message>
   <source>Dry run: what would have been flagged</source>
   <translation>试算：会提示哪些单据</translation>
  </message>
  <message>
   <source>Enter opens the paper.</source>
   <translation>回车打开单据。</translation>
  </message>
  <message>
   <source>Export  Ctrl+E</source>
   <translation>导出  Ctrl+E</translation>
  </message>
  <message>
   <source>Finding</source>
   <translation>检查结果</translation>
  </message>
  <message>
   <source>No limit yet · More → Load the usual limits begins with common ones</source>
   <translation>还没有标准 · 更多 → 载入常用标准，从常见的开始</translation>
  </message>
  <message>
   <source>Nothing would change: in these days this limit flags the same papers as today's.</source>
   <translation>没有变化：这段时间内，按此标准提示的单据与现行标准相同。</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>单号</translation>
  </message>
  <message>
   <source>Papers from</source>
   <translation>单据日期从</translation>
  </message>
  <message>
   <source>Print  Ctrl+P</source>
   <translation>打印  Ctrl+P</translation>
  </message>
  <message>
   <source>Try  F5</source>
   <translation>试算  F5</translation>
  </message>
  <message>
   <source>Trying the limit on past papers…</source>
   <translation>正在用过去的单据试算…</translation>
  </message>
  <message>
   <source>Type a first and a last day, in this order.</source>
   <translation>请先填开始日期，再填结束日期。</translation>
  </message>
  <message>
   <source>Would be</source>
   <translation>变化</translation>
  </message>
  <message>
   <source>flagged anew</source>
   <translation>新增提示</translation>
  </message>
  <message>
   <source>no longer flagged</source>
   <translation>不再提示</translation>
  </message>
  <message>
   <source>to</source>
   <translation>至</translation>
  </message>
  <message>
   <source>{papers} papers from {first} to {last}: {before} flagged under today's limits, {after} under this one ({added} findings more, {gone} fewer).</source>
   <translation>{first} 至 {last} 共 {papers} 单：现行标准提示 {before} 单，按此标准提示 {after} 单（新增 {added} 处，减少 {gone} 处）。</translation>
  </message>
 </context>
 <context>
  <name>Print</name>
  <message>
   <source>A3 landscape</source>
   <translation>A3 横向</translation>
  </message>
  <message>
   <source>A4</source>
   <translation>A4</translation>
  </message>
  <message>
   <source>A4 landscape</source>
   <translation>A4 横向</translation>
  </message>
  <message>
   <source>A5 landscape</source>
   <translation>A5 横向</translation>
  </message>
  <message>
   <source>Height in mm</source>
   <translation>高（毫米）</translation>
  </message>
  <message>
   <source>Larger</source>
   <translation>放大</translation>
  </message>
  <message>
   <source>Making the pages…</source>
   <translation>正在生成页面…</translation>
  </message>
  <message>
   <source>Next page</source>
   <translation>下一页</translation>
  </message>
  <message>
   <source>No printer is set up on this computer: save as PDF.</source>
   <translation>这台电脑没有打印机，请另存为 PDF。</translation>
  </message>
  <message>
   <source>Offset downwards in mm</source>
   <translation>向下偏移（毫米）</translation>
  </message>
  <message>
   <source>Offset to the right in mm</source>
   <translation>向右偏移（毫米）</translation>
  </message>
  <message>
   <source>Offset →↓</source>
   <translation>偏移 →↓</translation>
  </message>
  <message>
   <source>Own size</source>
   <translation>自定义</translation>
  </message>
  <message>
   <source>PDF document (*.pdf)</source>
   <translation>PDF 文件 (*.pdf)</translation>
  </message>
  <message>
   <source>Page {page} of {pages}</source>
   <translation>第 {page} 页 / 共 {pages} 页</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>纸张</translation>
  </message>
  <message>
   <source>Previous page</source>
   <translation>上一页</translation>
  </message>
  <message>
   <source>Print  Ctrl+P</source>
   <translation>打印  Ctrl+P</translation>
  </message>
  <message>
   <source>Print: {title}</source>
   <translation>打印：{title}</translation>
  </message>
  <message>
   <source>Printer</source>
   <translation>打印机</translation>
  </message>
  <message>
   <source>Save as .xlsx  Ctrl+E</source>
   <translation>另存为 .xlsx  Ctrl+E</translation>
  </message>
  <message>
   <source>Save as PDF</source>
   <translation>另存为 PDF</translation>
  </message>
  <message>
   <source>Save as PDF  Ctrl+S</source>
   <translation>另存为 PDF  Ctrl+S</translation>
  </message>
  <message>
   <source>Saved as {file}.</source>
   <translation>已保存为 {file}。</translation>
  </message>
  <message>
   <source>Sent to {printer}.</source>
   <translation>已发送到 {printer}。</translation>
  </message>
  <message>
   <source>Smaller</source>
   <translation>缩小</translation>
  </message>
  <message>
   <source>Voucher 240 × 140 mm</source>
   <translation>凭证纸 240 × 140 毫米</translation>
  </message>
  <message>
   <source>Width in mm</source>
   <translation>宽（毫米）</translation>
  </message>
  <message>
   <source>{file} could not be written. Close it in other programs, or choose a folder you may write in.</source>
   <translation>{file} 无法写入。请先在其他程序里关闭它，或换一个能写的文件夹。</translation>
  </message>
  <message>
   <source>{printer} does not answer. Check that it is switched on, or save as PDF.</source>
   <translation>{printer} 没有响应。请检查是否开机，或另存为 PDF。</translation>
  </message>
 </context>
 <context>
  <name>ProgressBox</name>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
 </context>
 <context>
  <name>Rail</name>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>Fold the tabs to icons</source>
   <translation>折叠标签栏</translation>
  </message>
  <message>
   <source>OpsDesk</source>
   <translation>运营台</translation>
  </message>
 </context>
 <context>
  <name>Recruiting</name>
  <message>
   <source>Applied</source>
   <translation>应聘</translation>
  </message>
  <message>
   <source>Cost a hire</source>
   <translation>人均招聘费用</translation>
  </message>
  <message>
   <source>Grouped</source>
   <translation>分组</translation>
  </message>
  <message>
   <source>Hired</source>
   <translation>入职</translation>
  </message>
  <message>
   <source>How far</source>
   <translation>进展</translation>
  </message>
  <message>
   <source>Interview with {name}</source>
   <translation>{name}的面试</translation>
  </message>
  <message>
   <source>Interviews ({count})</source>
   <translation>面试（{count}）</translation>
  </message>
  <message>
   <source>Join paper</source>
   <translation>入职单</translation>
  </message>
  <message>
   <source>Nobody has talked with them yet.</source>
   <translation>还没有面试记录。</translation>
  </message>
  <message>
   <source>Of those who applied in the period, how many came at least that far. Rate: hired ÷ applied.</source>
   <translation>按期间内的投递人数统计，至少走到该阶段的人数。录用率 = 入职 ÷ 投递。</translation>
  </message>
  <message>
   <source>Recruiting funnel</source>
   <translation>招聘漏斗</translation>
  </message>
  <message>
   <source>Reject {name}</source>
   <translation>不录用{name}</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>未注明</translation>
  </message>
  <message>
   <source>{applied} applied, {hired} hired, {rate}</source>
   <translation>投递 {applied} 人，入职 {hired} 人，录用率 {rate}</translation>
  </message>
  <message>
   <source>{count} in the running</source>
   <translation>{count} 人应聘中</translation>
  </message>
  <message>
   <source>{count} not looked at for two weeks</source>
   <translation>{count} 人投递两周未处理</translation>
  </message>
  <message>
   <source>{count} with an offer</source>
   <translation>{count} 人已发录用</translation>
  </message>
  <message>
   <source>{name} declines</source>
   <translation>{name}放弃</translation>
  </message>
  <message>
   <source>{name}: {applied} applied, {hired} hired</source>
   <translation>{name}：投递 {applied} 人，入职 {hired} 人</translation>
  </message>
  <message>
   <source>{name}: {stage}</source>
   <translation>{name}：{stage}</translation>
  </message>
  <message>
   <source>{stage} on {day}</source>
   <translation>{day} {stage}</translation>
  </message>
 </context>
 <context>
  <name>Recurring</name>
  <message>
   <source>Leave out  Ctrl+S</source>
   <translation>跳过  Ctrl+S</translation>
  </message>
  <message>
   <source>Leave out {name} on {day}</source>
   <translation>跳过 {day} 的{name}</translation>
  </message>
  <message>
   <source>Nothing is due, the next one is for {day}</source>
   <translation>目前没有到期的，下一期是 {day}</translation>
  </message>
  <message>
   <source>Top-up list</source>
   <translation>充值名单</translation>
  </message>
  <message>
   <source>every month</source>
   <translation>每月</translation>
  </message>
  <message>
   <source>every {count} months</source>
   <translation>每 {count} 个月</translation>
  </message>
  <message>
   <source>{count} cards or items, {amount}</source>
   <translation>{count} 张卡（项），{amount}</translation>
  </message>
  <message>
   <source>{count} due to be made, {amount}</source>
   <translation>{count} 份待生成，{amount}</translation>
  </message>
  <message>
   <source>{count} late</source>
   <translation>{count} 份已逾期</translation>
  </message>
  <message>
   <source>{day}, {days} d late</source>
   <translation>{day} 逾期{days}天</translation>
  </message>
 </context>
 <context>
  <name>Register</name>
  <message>
   <source>Accepted</source>
   <translation>认可金额</translation>
  </message>
  <message>
   <source>Account</source>
   <translation>科目</translation>
  </message>
  <message>
   <source>Account name</source>
   <translation>科目名称</translation>
  </message>
  <message>
   <source>Account number</source>
   <translation>账号</translation>
  </message>
  <message>
   <source>Accumulated</source>
   <translation>累计折旧</translation>
  </message>
  <message>
   <source>Act</source>
   <translation>操作</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>在用</translation>
  </message>
  <message>
   <source>Agency</source>
   <translation>代理机构</translation>
  </message>
  <message>
   <source>All</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>Allowed</source>
   <translation>可乘坐席别</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>金额</translation>
  </message>
  <message>
   <source>Amount paid</source>
   <translation>已付金额</translation>
  </message>
  <message>
   <source>Answered on</source>
   <translation>答复日期</translation>
  </message>
  <message>
   <source>Applied</source>
   <translation>已投递</translation>
  </message>
  <message>
   <source>Applied on</source>
   <translation>投递日期</translation>
  </message>
  <message>
   <source>Approved</source>
   <translation>已同意</translation>
  </message>
  <message>
   <source>Archived</source>
   <translation>已归档</translation>
  </message>
  <message>
   <source>Arrived</source>
   <translation>已入库</translation>
  </message>
  <message>
   <source>Article</source>
   <translation>物资</translation>
  </message>
  <message>
   <source>Articles</source>
   <translation>物资数</translation>
  </message>
  <message>
   <source>Asked for</source>
   <translation>申请数量</translation>
  </message>
  <message>
   <source>Asset</source>
   <translation>资产</translation>
  </message>
  <message>
   <source>Asset no.</source>
   <translation>资产编号</translation>
  </message>
  <message>
   <source>Assets</source>
   <translation>资产数</translation>
  </message>
  <message>
   <source>At the bank</source>
   <translation>银行处理中</translation>
  </message>
  <message>
   <source>Attachments</source>
   <translation>附件</translation>
  </message>
  <message>
   <source>Authority</source>
   <translation>受理机关</translation>
  </message>
  <message>
   <source>Away from</source>
   <translation>离岗起</translation>
  </message>
  <message>
   <source>Away now</source>
   <translation>请假中</translation>
  </message>
  <message>
   <source>Away until</source>
   <translation>离岗止</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>已退还</translation>
  </message>
  <message>
   <source>Back on</source>
   <translation>归还日期</translation>
  </message>
  <message>
   <source>Bank</source>
   <translation>开户行</translation>
  </message>
  <message>
   <source>Bank account</source>
   <translation>银行账号</translation>
  </message>
  <message>
   <source>Bank code</source>
   <translation>联行号</translation>
  </message>
  <message>
   <source>Bank file</source>
   <translation>银行文件</translation>
  </message>
  <message>
   <source>Base</source>
   <translation>缴费基数</translation>
  </message>
  <message>
   <source>Basic data</source>
   <translation>基础资料</translation>
  </message>
  <message>
   <source>Batch</source>
   <translation>付款批次</translation>
  </message>
  <message>
   <source>Begun on</source>
   <translation>开始日期</translation>
  </message>
  <message>
   <source>Being decided</source>
   <translation>待审批</translation>
  </message>
  <message>
   <source>Being prepared</source>
   <translation>整理中</translation>
  </message>
  <message>
   <source>Belongs to</source>
   <translation>上级部门</translation>
  </message>
  <message>
   <source>Bid</source>
   <translation>投标项目</translation>
  </message>
  <message>
   <source>Bid number</source>
   <translation>投标编号</translation>
  </message>
  <message>
   <source>Bidding</source>
   <translation>已转投标</translation>
  </message>
  <message>
   <source>Bids</source>
   <translation>投标</translation>
  </message>
  <message>
   <source>Bill</source>
   <translation>账单</translation>
  </message>
  <message>
   <source>Blind</source>
   <translation>盲盘</translation>
  </message>
  <message>
   <source>Borrowed from</source>
   <translation>借用日期</translation>
  </message>
  <message>
   <source>Borrower</source>
   <translation>借用人</translation>
  </message>
  <message>
   <source>Bought on</source>
   <translation>购置日期</translation>
  </message>
  <message>
   <source>Bounced</source>
   <translation>退汇</translation>
  </message>
  <message>
   <source>Bound on</source>
   <translation>装订日期</translation>
  </message>
  <message>
   <source>Brought by</source>
   <translation>提交人</translation>
  </message>
  <message>
   <source>Budget</source>
   <translation>预算</translation>
  </message>
  <message>
   <source>Buyer</source>
   <translation>购买方</translation>
  </message>
  <message>
   <source>By</source>
   <translation>经办人</translation>
  </message>
  <message>
   <source>Came back</source>
   <translation>已收回</translation>
  </message>
  <message>
   <source>Came back on</source>
   <translation>收回日期</translation>
  </message>
  <message>
   <source>Came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Cards</source>
   <translation>卡片数</translation>
  </message>
  <message>
   <source>Case</source>
   <translation>事项</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>办理事项</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>费用类别</translation>
  </message>
  <message>
   <source>Cause of disposal</source>
   <translation>处置原因</translation>
  </message>
  <message>
   <source>Certificate</source>
   <translation>证照</translation>
  </message>
  <message>
   <source>Certificate holder</source>
   <translation>持有人</translation>
  </message>
  <message>
   <source>Certificates</source>
   <translation>证照</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>变更类型</translation>
  </message>
  <message>
   <source>Change of pay</source>
   <translation>调薪</translation>
  </message>
  <message>
   <source>Changes</source>
   <translation>修改内容</translation>
  </message>
  <message>
   <source>City</source>
   <translation>城市</translation>
  </message>
  <message>
   <source>City tier</source>
   <translation>城市类别</translation>
  </message>
  <message>
   <source>Claim</source>
   <translation>报销单号</translation>
  </message>
  <message>
   <source>Claimant</source>
   <translation>报销人</translation>
  </message>
  <message>
   <source>Claimed</source>
   <translation>申请金额</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Class above</source>
   <translation>上级类别</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>已结束</translation>
  </message>
  <message>
   <source>Closed on</source>
   <translation>结束日期</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>编码</translation>
  </message>
  <message>
   <source>Codes begin with</source>
   <translation>编码字母</translation>
  </message>
  <message>
   <source>Comes</source>
   <translation>周期</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>企业</translation>
  </message>
  <message>
   <source>Company changes</source>
   <translation>公司变更</translation>
  </message>
  <message>
   <source>Compared</source>
   <translation>已核对</translation>
  </message>
  <message>
   <source>Confirmation</source>
   <translation>转正</translation>
  </message>
  <message>
   <source>Confirmed</source>
   <translation>已核实</translation>
  </message>
  <message>
   <source>Confirmed on</source>
   <translation>确认日期</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>联系人</translation>
  </message>
  <message>
   <source>Contract</source>
   <translation>合同号</translation>
  </message>
  <message>
   <source>Contract no.</source>
   <translation>合同编号</translation>
  </message>
  <message>
   <source>Control line</source>
   <translation>合计行</translation>
  </message>
  <message>
   <source>Copies</source>
   <translation>份数</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>费用</translation>
  </message>
  <message>
   <source>Counted by</source>
   <translation>盘点人</translation>
  </message>
  <message>
   <source>Counting</source>
   <translation>盘点中</translation>
  </message>
  <message>
   <source>Counts</source>
   <translation>盘点</translation>
  </message>
  <message>
   <source>Counts from</source>
   <translation>起算日</translation>
  </message>
  <message>
   <source>Counts on</source>
   <translation>计入日期</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>客户</translation>
  </message>
  <message>
   <source>Cut-off day</source>
   <translation>截止日</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Date passed</source>
   <translation>日期已过</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Day it left</source>
   <translation>处置日期</translation>
  </message>
  <message>
   <source>Day of the count</source>
   <translation>盘点日</translation>
  </message>
  <message>
   <source>Days ahead</source>
   <translation>提前天数</translation>
  </message>
  <message>
   <source>Days before</source>
   <translation>提前天数</translation>
  </message>
  <message>
   <source>Days late</source>
   <translation>逾期天数</translation>
  </message>
  <message>
   <source>Days or pieces</source>
   <translation>天数/张数</translation>
  </message>
  <message>
   <source>Deadline</source>
   <translation>投标截止</translation>
  </message>
  <message>
   <source>Decided by me</source>
   <translation>我已审批</translation>
  </message>
  <message>
   <source>Declared on</source>
   <translation>申报日期</translation>
  </message>
  <message>
   <source>Department</source>
   <translation>部门</translation>
  </message>
  <message>
   <source>Deposit due back</source>
   <translation>应退日期</translation>
  </message>
  <message>
   <source>Depreciation</source>
   <translation>折旧</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>Disposed</source>
   <translation>已处置</translation>
  </message>
  <message>
   <source>Disposed on</source>
   <translation>处置日期</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>已完成</translation>
  </message>
  <message>
   <source>Done on</source>
   <translation>完成日期</translation>
  </message>
  <message>
   <source>Doubts</source>
   <translation>疑点</translation>
  </message>
  <message>
   <source>Dropped</source>
   <translation>已放弃</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>到期</translation>
  </message>
  <message>
   <source>Due back</source>
   <translation>应还日期</translation>
  </message>
  <message>
   <source>Due back on</source>
   <translation>应还日期</translation>
  </message>
  <message>
   <source>Due every (months)</source>
   <translation>付租周期（月）</translation>
  </message>
  <message>
   <source>Due from</source>
   <translation>可生成日</translation>
  </message>
  <message>
   <source>Due on</source>
   <translation>应收日</translation>
  </message>
  <message>
   <source>Duplicates</source>
   <translation>副本存放</translation>
  </message>
  <message>
   <source>Effect</source>
   <translation>作用</translation>
  </message>
  <message>
   <source>Employed</source>
   <translation>在职</translation>
  </message>
  <message>
   <source>Employee</source>
   <translation>员工</translation>
  </message>
  <message>
   <source>Employee no.</source>
   <translation>工号</translation>
  </message>
  <message>
   <source>Employees' part</source>
   <translation>个人部分</translation>
  </message>
  <message>
   <source>Employer's part</source>
   <translation>单位部分</translation>
  </message>
  <message>
   <source>Encoding</source>
   <translation>文件编码</translation>
  </message>
  <message>
   <source>End, endless last</source>
   <translation>到期（长期在后）</translation>
  </message>
  <message>
   <source>Ended on</source>
   <translation>结束日期</translation>
  </message>
  <message>
   <source>Ends by</source>
   <translation>办理期限</translation>
  </message>
  <message>
   <source>Ends soon</source>
   <translation>即将到期</translation>
  </message>
  <message>
   <source>Ends within 30 days</source>
   <translation>30天内到期</translation>
  </message>
  <message>
   <source>Ends within 60 days</source>
   <translation>60 天内到期</translation>
  </message>
  <message>
   <source>Ends within 7 days</source>
   <translation>7 天内截止</translation>
  </message>
  <message>
   <source>Ends within 90 days</source>
   <translation>90 天内到期</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>招聘活动</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>已到期</translation>
  </message>
  <message>
   <source>Failed or given up</source>
   <translation>流标弃标</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>起始日期</translation>
  </message>
  <message>
   <source>First paid in</source>
   <translation>开始执行</translation>
  </message>
  <message>
   <source>Followed by</source>
   <translation>后续合同</translation>
  </message>
  <message>
   <source>For the rent of</source>
   <translation>对应租金日期</translation>
  </message>
  <message>
   <source>For what</source>
   <translation>采购事项</translation>
  </message>
  <message>
   <source>Forfeited</source>
   <translation>没收</translation>
  </message>
  <message>
   <source>Form</source>
   <translation>形式</translation>
  </message>
  <message>
   <source>Formula</source>
   <translation>公式</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>登记日期</translation>
  </message>
  <message>
   <source>Found at</source>
   <translation>信息来源</translation>
  </message>
  <message>
   <source>From</source>
   <translation>执行起</translation>
  </message>
  <message>
   <source>From amount</source>
   <translation>起始金额</translation>
  </message>
  <message>
   <source>From month</source>
   <translation>起始月</translation>
  </message>
  <message>
   <source>From the day</source>
   <translation>生效日期</translation>
  </message>
  <message>
   <source>Full name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Fund</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Funding source</source>
   <translation>经费来源</translation>
  </message>
  <message>
   <source>Going on</source>
   <translation>进行中</translation>
  </message>
  <message>
   <source>Grade</source>
   <translation>职级</translation>
  </message>
  <message>
   <source>Granted</source>
   <translation>批准金额</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Handed in</source>
   <translation>提交日期</translation>
  </message>
  <message>
   <source>Handed in on</source>
   <translation>递交日期</translation>
  </message>
  <message>
   <source>Handed out on</source>
   <translation>借出日期</translation>
  </message>
  <message>
   <source>Head</source>
   <translation>负责人</translation>
  </message>
  <message>
   <source>Held on</source>
   <translation>举办日期</translation>
  </message>
  <message>
   <source>Hired</source>
   <translation>已入职</translation>
  </message>
  <message>
   <source>Hired on</source>
   <translation>入职日期</translation>
  </message>
  <message>
   <source>Holder</source>
   <translation>户名</translation>
  </message>
  <message>
   <source>Holder in full</source>
   <translation>持有人全称</translation>
  </message>
  <message>
   <source>Idle</source>
   <translation>闲置</translation>
  </message>
  <message>
   <source>If passed</source>
   <translation>超标准时</translation>
  </message>
  <message>
   <source>In charge</source>
   <translation>负责人</translation>
  </message>
  <message>
   <source>In effect since</source>
   <translation>生效于</translation>
  </message>
  <message>
   <source>In force</source>
   <translation>执行中</translation>
  </message>
  <message>
   <source>In hand</source>
   <translation>办理中</translation>
  </message>
  <message>
   <source>In repair</source>
   <translation>维修</translation>
  </message>
  <message>
   <source>In the base</source>
   <translation>计入基数</translation>
  </message>
  <message>
   <source>In the register</source>
   <translation>在册</translation>
  </message>
  <message>
   <source>In the running</source>
   <translation>应聘中</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>在用</translation>
  </message>
  <message>
   <source>In use since</source>
   <translation>启用日期</translation>
  </message>
  <message>
   <source>Interest</source>
   <translation>利息</translation>
  </message>
  <message>
   <source>Interview</source>
   <translation>面试中</translation>
  </message>
  <message>
   <source>Interviewed on</source>
   <translation>面试日期</translation>
  </message>
  <message>
   <source>Invoice code</source>
   <translation>发票代码</translation>
  </message>
  <message>
   <source>Invoice due</source>
   <translation>补票期限</translation>
  </message>
  <message>
   <source>Invoice number</source>
   <translation>发票号码</translation>
  </message>
  <message>
   <source>Invoice owed</source>
   <translation>欠票金额</translation>
  </message>
  <message>
   <source>Invoices</source>
   <translation>发票</translation>
  </message>
  <message>
   <source>Invoices owed</source>
   <translation>欠发票</translation>
  </message>
  <message>
   <source>Is</source>
   <translation>归类</translation>
  </message>
  <message>
   <source>Issued on</source>
   <translation>开票日期</translation>
  </message>
  <message>
   <source>Issued to</source>
   <translation>持证主体</translation>
  </message>
  <message>
   <source>Issuer</source>
   <translation>发证机关</translation>
  </message>
  <message>
   <source>Issues</source>
   <translation>领用</translation>
  </message>
  <message>
   <source>Joining</source>
   <translation>入职</translation>
  </message>
  <message>
   <source>Kept</source>
   <translation>保留</translation>
  </message>
  <message>
   <source>Kept by</source>
   <translation>保管人</translation>
  </message>
  <message>
   <source>Keys and devices</source>
   <translation>印章与UKey</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Kind of file</source>
   <translation>文件类型</translation>
  </message>
  <message>
   <source>Lapsed</source>
   <translation>已失效</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>截止日期</translation>
  </message>
  <message>
   <source>Last for</source>
   <translation>上期日期</translation>
  </message>
  <message>
   <source>Last month</source>
   <translation>上月</translation>
  </message>
  <message>
   <source>Last paper</source>
   <translation>上期单据</translation>
  </message>
  <message>
   <source>Last sign-in</source>
   <translation>最近登录</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>未执行</translation>
  </message>
  <message>
   <source>Law</source>
   <translation>适用规则</translation>
  </message>
  <message>
   <source>Lease begins</source>
   <translation>起租日</translation>
  </message>
  <message>
   <source>Lease ends</source>
   <translation>到期日</translation>
  </message>
  <message>
   <source>Lease no.</source>
   <translation>租约编号</translation>
  </message>
  <message>
   <source>Leased out</source>
   <translation>出租</translation>
  </message>
  <message>
   <source>Leaving</source>
   <translation>离职</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>离职</translation>
  </message>
  <message>
   <source>Left on</source>
   <translation>离职日期</translation>
  </message>
  <message>
   <source>Lent</source>
   <translation>借出</translation>
  </message>
  <message>
   <source>Lent and warranties</source>
   <translation>借出与质保</translation>
  </message>
  <message>
   <source>Lent out</source>
   <translation>已借出</translation>
  </message>
  <message>
   <source>Lent to</source>
   <translation>借用人</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>级别</translation>
  </message>
  <message>
   <source>Life in months</source>
   <translation>使用月数</translation>
  </message>
  <message>
   <source>Limit</source>
   <translation>标准</translation>
  </message>
  <message>
   <source>Link</source>
   <translation>链接</translation>
  </message>
  <message>
   <source>Lodge by</source>
   <translation>申报期限</translation>
  </message>
  <message>
   <source>Lodged</source>
   <translation>送交金额</translation>
  </message>
  <message>
   <source>Lodged on</source>
   <translation>送交日期</translation>
  </message>
  <message>
   <source>Lodged with</source>
   <translation>接收人</translation>
  </message>
  <message>
   <source>Login</source>
   <translation>登录名</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>未中标</translation>
  </message>
  <message>
   <source>Low-stock line</source>
   <translation>最低库存</translation>
  </message>
  <message>
   <source>Made by</source>
   <translation>制单人</translation>
  </message>
  <message>
   <source>Made on</source>
   <translation>建包日期</translation>
  </message>
  <message>
   <source>Manager</source>
   <translation>负责人</translation>
  </message>
  <message>
   <source>Marked on</source>
   <translation>标记日期</translation>
  </message>
  <message>
   <source>May sign in</source>
   <translation>可登录</translation>
  </message>
  <message>
   <source>Memberships</source>
   <translation>会员合作</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>招标方式</translation>
  </message>
  <message>
   <source>Mine</source>
   <translation>我的</translation>
  </message>
  <message>
   <source>Minimum wage</source>
   <translation>最低工资</translation>
  </message>
  <message>
   <source>Money expected</source>
   <translation>待到款</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>月份</translation>
  </message>
  <message>
   <source>Months valid</source>
   <translation>有效期</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Needs an invoice</source>
   <translation>需要发票</translation>
  </message>
  <message>
   <source>Net</source>
   <translation>金额</translation>
  </message>
  <message>
   <source>Net value</source>
   <translation>净值</translation>
  </message>
  <message>
   <source>New</source>
   <translation>待处理</translation>
  </message>
  <message>
   <source>New in it</source>
   <translation>其中新增</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下期</translation>
  </message>
  <message>
   <source>Next 7 days</source>
   <translation>7 天内</translation>
  </message>
  <message>
   <source>Next 90 days</source>
   <translation>未来 90 天</translation>
  </message>
  <message>
   <source>Next date</source>
   <translation>下一日期</translation>
  </message>
  <message>
   <source>Next rent</source>
   <translation>下期应收</translation>
  </message>
  <message>
   <source>Next stage</source>
   <translation>下一阶段</translation>
  </message>
  <message>
   <source>Next step</source>
   <translation>下一步骤</translation>
  </message>
  <message>
   <source>No.</source>
   <translation>序号</translation>
  </message>
  <message>
   <source>Not away yet</source>
   <translation>尚未离岗</translation>
  </message>
  <message>
   <source>Not bound yet</source>
   <translation>未装订</translation>
  </message>
  <message>
   <source>Not confirmed</source>
   <translation>未核实</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>未盘到</translation>
  </message>
  <message>
   <source>Not hired</source>
   <translation>未入职</translation>
  </message>
  <message>
   <source>Not sent yet</source>
   <translation>待提交银行</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Notice</source>
   <translation>项目名称</translation>
  </message>
  <message>
   <source>Notice on</source>
   <translation>通知日期</translation>
  </message>
  <message>
   <source>Notices</source>
   <translation>信息条数</translation>
  </message>
  <message>
   <source>Now with</source>
   <translation>当前处理人</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>编号</translation>
  </message>
  <message>
   <source>Occasion</source>
   <translation>发放事由</translation>
  </message>
  <message>
   <source>Of how many</source>
   <translation>共几份</translation>
  </message>
  <message>
   <source>Off the advance</source>
   <translation>冲销借款</translation>
  </message>
  <message>
   <source>Offer made</source>
   <translation>已发录用</translation>
  </message>
  <message>
   <source>Offer made on</source>
   <translation>发录用日</translation>
  </message>
  <message>
   <source>On hand</source>
   <translation>结存</translation>
  </message>
  <message>
   <source>On the list</source>
   <translation>应盘数</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>进行中</translation>
  </message>
  <message>
   <source>Opening</source>
   <translation>开标</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>顺序</translation>
  </message>
  <message>
   <source>Original</source>
   <translation>原件</translation>
  </message>
  <message>
   <source>Original cost</source>
   <translation>原值</translation>
  </message>
  <message>
   <source>Other differences</source>
   <translation>其他差异</translation>
  </message>
  <message>
   <source>Our part</source>
   <translation>角色</translation>
  </message>
  <message>
   <source>Our price</source>
   <translation>我方报价</translation>
  </message>
  <message>
   <source>Out</source>
   <translation>在外</translation>
  </message>
  <message>
   <source>Outside body</source>
   <translation>外部单位</translation>
  </message>
  <message>
   <source>Outstanding</source>
   <translation>未还</translation>
  </message>
  <message>
   <source>Overdue</source>
   <translation>已逾期</translation>
  </message>
  <message>
   <source>Overdue advances</source>
   <translation>逾期借款</translation>
  </message>
  <message>
   <source>Packet</source>
   <translation>送审包</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>页数</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>已付</translation>
  </message>
  <message>
   <source>Paid from</source>
   <translation>付款账户</translation>
  </message>
  <message>
   <source>Paid on</source>
   <translation>付款日期</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>单号</translation>
  </message>
  <message>
   <source>Papers</source>
   <translation>单据</translation>
  </message>
  <message>
   <source>Papers and files</source>
   <translation>单据与附件</translation>
  </message>
  <message>
   <source>Part of</source>
   <translation>上级地点</translation>
  </message>
  <message>
   <source>Pay by</source>
   <translation>付款期限</translation>
  </message>
  <message>
   <source>Pay of</source>
   <translation>工资月份</translation>
  </message>
  <message>
   <source>Payee</source>
   <translation>收款单位</translation>
  </message>
  <message>
   <source>Paying account</source>
   <translation>付款账户</translation>
  </message>
  <message>
   <source>Payment batch</source>
   <translation>付款批次</translation>
  </message>
  <message>
   <source>Payment day</source>
   <translation>付款日期</translation>
  </message>
  <message>
   <source>Payment request</source>
   <translation>付款申请单</translation>
  </message>
  <message>
   <source>People</source>
   <translation>人数</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>人员</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>电话</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>地点</translation>
  </message>
  <message>
   <source>Position</source>
   <translation>顺序</translation>
  </message>
  <message>
   <source>Post</source>
   <translation>岗位</translation>
  </message>
  <message>
   <source>Probation ends soon</source>
   <translation>试用期将满</translation>
  </message>
  <message>
   <source>Probation until</source>
   <translation>试用期至</translation>
  </message>
  <message>
   <source>Project</source>
   <translation>项目</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>Published</source>
   <translation>发布日期</translation>
  </message>
  <message>
   <source>Purpose</source>
   <translation>事由</translation>
  </message>
  <message>
   <source>Put off</source>
   <translation>已推迟</translation>
  </message>
  <message>
   <source>Put together by</source>
   <translation>整理人</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>数量</translation>
  </message>
  <message>
   <source>Rank</source>
   <translation>名次</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>事由</translation>
  </message>
  <message>
   <source>Reason of the end</source>
   <translation>终止原因</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>回执号</translation>
  </message>
  <message>
   <source>Receipts</source>
   <translation>入库</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>到款金额</translation>
  </message>
  <message>
   <source>Received on</source>
   <translation>到款日期</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>记录</translation>
  </message>
  <message>
   <source>Red letter</source>
   <translation>红字</translation>
  </message>
  <message>
   <source>Red-lettered after payment</source>
   <translation>付款后红冲</translation>
  </message>
  <message>
   <source>Red-lettered or cancelled</source>
   <translation>红冲或作废</translation>
  </message>
  <message>
   <source>Register until</source>
   <translation>报名截止</translation>
  </message>
  <message>
   <source>Reminded</source>
   <translation>催办时间</translation>
  </message>
  <message>
   <source>Rent</source>
   <translation>租金</translation>
  </message>
  <message>
   <source>Rent came on</source>
   <translation>到账日</translation>
  </message>
  <message>
   <source>Rent overdue</source>
   <translation>租金逾期</translation>
  </message>
  <message>
   <source>Rents</source>
   <translation>租金</translation>
  </message>
  <message>
   <source>Rents in</source>
   <translation>已收租金</translation>
  </message>
  <message>
   <source>Rents received</source>
   <translation>已收</translation>
  </message>
  <message>
   <source>Rents to come</source>
   <translation>待收</translation>
  </message>
  <message>
   <source>Residual value</source>
   <translation>预计净残值</translation>
  </message>
  <message>
   <source>Responsible</source>
   <translation>负责人</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Result on</source>
   <translation>结果日期</translation>
  </message>
  <message>
   <source>Returns</source>
   <translation>退库</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>角色</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>进行中</translation>
  </message>
  <message>
   <source>Running short</source>
   <translation>库存不足</translation>
  </message>
  <message>
   <source>Scope</source>
   <translation>范围</translation>
  </message>
  <message>
   <source>Screened</source>
   <translation>初筛通过</translation>
  </message>
  <message>
   <source>Screened on</source>
   <translation>初筛日期</translation>
  </message>
  <message>
   <source>Sealed copies</source>
   <translation>复印件盖章</translation>
  </message>
  <message>
   <source>Security deposit</source>
   <translation>押金</translation>
  </message>
  <message>
   <source>Security deposits</source>
   <translation>押金</translation>
  </message>
  <message>
   <source>Seen on</source>
   <translation>收到日期</translation>
  </message>
  <message>
   <source>Seller</source>
   <translation>销售方</translation>
  </message>
  <message>
   <source>Serial number</source>
   <translation>序列号</translation>
  </message>
  <message>
   <source>Signed as</source>
   <translation>签订方式</translation>
  </message>
  <message>
   <source>Signed for</source>
   <translation>已签收</translation>
  </message>
  <message>
   <source>Signed on</source>
   <translation>签订日期</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>自何时</translation>
  </message>
  <message>
   <source>Slip</source>
   <translation>单号</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>依据</translation>
  </message>
  <message>
   <source>Specification</source>
   <translation>规格型号</translation>
  </message>
  <message>
   <source>Spent on</source>
   <translation>发生日</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>人员</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>阶段</translation>
  </message>
  <message>
   <source>Started on</source>
   <translation>开始日期</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Step by</source>
   <translation>步骤期限</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>步骤</translation>
  </message>
  <message>
   <source>Steps in all</source>
   <translation>步骤总数</translation>
  </message>
  <message>
   <source>Still out</source>
   <translation>未退金额</translation>
  </message>
  <message>
   <source>Still to come</source>
   <translation>未收</translation>
  </message>
  <message>
   <source>Stock value</source>
   <translation>库存金额</translation>
  </message>
  <message>
   <source>Submission</source>
   <translation>投标截止</translation>
  </message>
  <message>
   <source>Submitted</source>
   <translation>提交日期</translation>
  </message>
  <message>
   <source>Subsidies</source>
   <translation>补贴申报</translation>
  </message>
  <message>
   <source>Substitute</source>
   <translation>代理人</translation>
  </message>
  <message>
   <source>Sum of the bases</source>
   <translation>基数合计</translation>
  </message>
  <message>
   <source>Supplier</source>
   <translation>供应商</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>税额</translation>
  </message>
  <message>
   <source>Tax book</source>
   <translation>税法折旧</translation>
  </message>
  <message>
   <source>Tax class</source>
   <translation>税法类别</translation>
  </message>
  <message>
   <source>Tax number</source>
   <translation>税号</translation>
  </message>
  <message>
   <source>Taxable</source>
   <translation>计税</translation>
  </message>
  <message>
   <source>Tenant</source>
   <translation>承租人</translation>
  </message>
  <message>
   <source>Tender no.</source>
   <translation>招标编号</translation>
  </message>
  <message>
   <source>Tender number</source>
   <translation>招标编号</translation>
  </message>
  <message>
   <source>Tendering party</source>
   <translation>招标人</translation>
  </message>
  <message>
   <source>This month</source>
   <translation>本月</translation>
  </message>
  <message>
   <source>This year</source>
   <translation>本年</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>Time limit</source>
   <translation>时限</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>To</source>
   <translation>执行止</translation>
  </message>
  <message>
   <source>To be paid</source>
   <translation>待缴</translation>
  </message>
  <message>
   <source>To be received</source>
   <translation>待入库</translation>
  </message>
  <message>
   <source>To compare</source>
   <translation>待核对</translation>
  </message>
  <message>
   <source>To do</source>
   <translation>待提交</translation>
  </message>
  <message>
   <source>To hand out</source>
   <translation>待借出</translation>
  </message>
  <message>
   <source>To handle</source>
   <translation>待处理</translation>
  </message>
  <message>
   <source>To lodge</source>
   <translation>待申报</translation>
  </message>
  <message>
   <source>To month</source>
   <translation>截止月</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>待付款</translation>
  </message>
  <message>
   <source>To place</source>
   <translation>调入地点</translation>
  </message>
  <message>
   <source>To submit</source>
   <translation>待提交</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>Together</source>
   <translation>合计</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>价税合计</translation>
  </message>
  <message>
   <source>Transfer</source>
   <translation>调动</translation>
  </message>
  <message>
   <source>Transfers</source>
   <translation>调拨</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>计量单位</translation>
  </message>
  <message>
   <source>Unsigned after a month</source>
   <translation>超一个月未签</translation>
  </message>
  <message>
   <source>Unused</source>
   <translation>未使用</translation>
  </message>
  <message>
   <source>Unused too long</source>
   <translation>超期未使用</translation>
  </message>
  <message>
   <source>Used</source>
   <translation>已使用</translation>
  </message>
  <message>
   <source>Used by</source>
   <translation>使用人</translation>
  </message>
  <message>
   <source>User</source>
   <translation>用户</translation>
  </message>
  <message>
   <source>Users and rules</source>
   <translation>用户与规则</translation>
  </message>
  <message>
   <source>Usual cost</source>
   <translation>通常费用</translation>
  </message>
  <message>
   <source>Valid from</source>
   <translation>有效期起</translation>
  </message>
  <message>
   <source>Valid to</source>
   <translation>有效期至</translation>
  </message>
  <message>
   <source>Void</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>Void because</source>
   <translation>作废原因</translation>
  </message>
  <message>
   <source>Voucher</source>
   <translation>凭证号</translation>
  </message>
  <message>
   <source>Wages of the year</source>
   <translation>工资年度</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>审批中</translation>
  </message>
  <message>
   <source>Waiting for an answer</source>
   <translation>等待答复</translation>
  </message>
  <message>
   <source>Waiting for approval</source>
   <translation>待审批</translation>
  </message>
  <message>
   <source>Waiting for me</source>
   <translation>待我审批</translation>
  </message>
  <message>
   <source>Waits for</source>
   <translation>当前处理人</translation>
  </message>
  <message>
   <source>Wanted by</source>
   <translation>需用日期</translation>
  </message>
  <message>
   <source>Warranty ends soon</source>
   <translation>即将过保</translation>
  </message>
  <message>
   <source>Warranty until</source>
   <translation>保修期至</translation>
  </message>
  <message>
   <source>Watched by</source>
   <translation>监盘人</translation>
  </message>
  <message>
   <source>What</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>Which one</source>
   <translation>第几份</translation>
  </message>
  <message>
   <source>Who decides</source>
   <translation>审批人</translation>
  </message>
  <message>
   <source>Who is away</source>
   <translation>请假人</translation>
  </message>
  <message>
   <source>Whole place</source>
   <translation>完整地点</translation>
  </message>
  <message>
   <source>Why dropped</source>
   <translation>放弃原因</translation>
  </message>
  <message>
   <source>Winning price</source>
   <translation>中标价</translation>
  </message>
  <message>
   <source>With</source>
   <translation>当前处理人</translation>
  </message>
  <message>
   <source>With bounced lines</source>
   <translation>有退汇</translation>
  </message>
  <message>
   <source>With differences</source>
   <translation>有差额</translation>
  </message>
  <message>
   <source>With doubts</source>
   <translation>有疑点</translation>
  </message>
  <message>
   <source>With the fund</source>
   <translation>已申报</translation>
  </message>
  <message>
   <source>Without a head</source>
   <translation>无负责人</translation>
  </message>
  <message>
   <source>Without bank account</source>
   <translation>无银行账号</translation>
  </message>
  <message>
   <source>Won</source>
   <translation>中标</translation>
  </message>
  <message>
   <source>Yuan</source>
   <translation>金额</translation>
  </message>
 </context>
 <context>
  <name>Register page</name>
  <message>
   <source>Add a filter (Ctrl+Shift+F)</source>
   <translation>添加筛选（Ctrl+Shift+F）</translation>
  </message>
  <message>
   <source>All of these lists</source>
   <translation>全部分类</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>筛选</translation>
  </message>
  <message>
   <source>Search  Ctrl+F</source>
   <translation>搜索  Ctrl+F</translation>
  </message>
  <message>
   <source>{count} records</source>
   <translation>{count} 条</translation>
  </message>
  <message>
   <source>{count} selected</source>
   <translation>已选 {count} 条</translation>
  </message>
 </context>
 <context>
  <name>Remittance</name>
  <message>
   <source>A draft for every fund and city that anybody is insured with in the month.</source>
   <translation>为当月有人参保的每个险种和参保地各建一份试算。</translation>
  </message>
  <message>
   <source>Against last month</source>
   <translation>与上月比较</translation>
  </message>
  <message>
   <source>Amounts</source>
   <translation>金额</translation>
  </message>
  <message>
   <source>Archive</source>
   <translation>归档</translation>
  </message>
  <message>
   <source>Archive {month} {fund} {city}: {count} people, {total}?</source>
   <translation>归档 {month} {fund}（{city}）：{count} 人，{total}？</translation>
  </message>
  <message>
   <source>Back payment</source>
   <translation>补缴</translation>
  </message>
  <message>
   <source>Bill of {fund} {month}</source>
   <translation>{fund} {month} 账单核对</translation>
  </message>
  <message>
   <source>By today's bases and policies {total} more is owed, for {count} people: make a back payment.</source>
   <translation>按现行基数和政策，还应补缴 {total}（{count} 人），请作补缴。</translation>
  </message>
  <message>
   <source>By today's bases and policies {total} too much was paid, for {count} people: make a back payment.</source>
   <translation>按现行基数和政策，多缴 {total}（{count} 人），请作补缴冲减。</translation>
  </message>
  <message>
   <source>Check the fund's bill</source>
   <translation>核对账单</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>差额</translation>
  </message>
  <message>
   <source>Drafts of a month</source>
   <translation>新建月度试算</translation>
  </message>
  <message>
   <source>Every base, rate and amount stays as it is now. What changes later becomes a back payment.</source>
   <translation>所有基数、比例和金额按现状留存，不再重算；以后的变动另作补缴。</translation>
  </message>
  <message>
   <source>Everybody insured in the month, with bases and both parts.</source>
   <translation>当月全部参保人员，含基数及单位、个人金额。</translation>
  </message>
  <message>
   <source>Everybody…</source>
   <translation>全部人员…</translation>
  </message>
  <message>
   <source>Everything is paid</source>
   <translation>均已缴清</translation>
  </message>
  <message>
   <source>Export  Ctrl+E</source>
   <translation>导出  Ctrl+E</translation>
  </message>
  <message>
   <source>Keep the result  Ctrl+S</source>
   <translation>保存结果  Ctrl+S</translation>
  </message>
  <message>
   <source>Last month</source>
   <translation>上月</translation>
  </message>
  <message>
   <source>Make a draft  Ctrl+S</source>
   <translation>生成试算  Ctrl+S</translation>
  </message>
  <message>
   <source>Make drafts  Ctrl+S</source>
   <translation>生成试算  Ctrl+S</translation>
  </message>
  <message>
   <source>Mark as paid  Ctrl+S</source>
   <translation>登记缴款  Ctrl+S</translation>
  </message>
  <message>
   <source>Months</source>
   <translation>月份</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>No number</source>
   <translation>不是数字</translation>
  </message>
  <message>
   <source>Nobody changed.</source>
   <translation>无变动。</translation>
  </message>
  <message>
   <source>Not paid  Ctrl+S</source>
   <translation>撤销登记  Ctrl+S</translation>
  </message>
  <message>
   <source>Not paid after all</source>
   <translation>撤销缴款登记</translation>
  </message>
  <message>
   <source>Nothing is owed for the months before.</source>
   <translation>以前月份没有应补金额。</translation>
  </message>
  <message>
   <source>Ours</source>
   <translation>本单位</translation>
  </message>
  <message>
   <source>Paid to the fund</source>
   <translation>登记缴款</translation>
  </message>
  <message>
   <source>Pay by</source>
   <translation>缴款期限</translation>
  </message>
  <message>
   <source>Print  Ctrl+P</source>
   <translation>打印  Ctrl+P</translation>
  </message>
  <message>
   <source>Remove the draft {month} {fund} {city}?</source>
   <translation>删除试算 {month} {fund}（{city}）？</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Rosters and certificates</source>
   <translation>花名册与证明</translation>
  </message>
  <message>
   <source>Search person or department  Ctrl+F</source>
   <translation>搜索姓名或部门  Ctrl+F</translation>
  </message>
  <message>
   <source>Some cells of the bill are no numbers: correct them in the file and check it again. Nothing is kept.</source>
   <translation>账单中有单元格不是数字：请在文件中更正后重新核对，结果不予保存。</translation>
  </message>
  <message>
   <source>Something has changed since: reckon again.</source>
   <translation>试算后有变动，请重新试算。</translation>
  </message>
  <message>
   <source>The amounts stay archived; it waits for payment again.</source>
   <translation>归档金额不变，恢复为待缴。</translation>
  </message>
  <message>
   <source>The bill agrees to the fen.</source>
   <translation>账单与本单位数据一致，分毫不差。</translation>
  </message>
  <message>
   <source>The bill differs in {count} places.</source>
   <translation>账单有 {count} 处差异。</translation>
  </message>
  <message>
   <source>The bill's</source>
   <translation>账单</translation>
  </message>
  <message>
   <source>The company's statement that somebody is insured, with the months that were archived; to be sealed.</source>
   <translation>单位出具的参保证明，附已归档的缴费月份，打印后盖章。</translation>
  </message>
  <message>
   <source>The fund's bill</source>
   <translation>账单核对</translation>
  </message>
  <message>
   <source>The parameters of {city} are not confirmed: compare them with the notice at Insurance policies before you pay.</source>
   <translation>{city}的政策参数未确认：缴款前请在“参保政策”里与当地文件核对。</translation>
  </message>
  <message>
   <source>What</source>
   <translation>项目</translation>
  </message>
  <message>
   <source>What was archived for one person, month by month.</source>
   <translation>某一人员逐月已归档的缴费。</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>另有 {count} 项</translation>
  </message>
  <message>
   <source>{count} people</source>
   <translation>{count} 人</translation>
  </message>
  <message>
   <source>{count} people · employer {employer} · employee {employee} · together {total}</source>
   <translation>{count} 人 · 单位 {employer} · 个人 {employee} · 合计 {total}</translation>
  </message>
  <message>
   <source>{file}: {columns}</source>
   <translation>{file}：{columns}</translation>
  </message>
  <message>
   <source>{fund} {city}: {total} for {count} people</source>
   <translation>{fund}（{city}）：{total}，{count} 人</translation>
  </message>
  <message>
   <source>{fund} {city}: {total} owed for months before</source>
   <translation>{fund}（{city}）以前月份应补 {total}</translation>
  </message>
  <message>
   <source>{fund} {city}: {total} paid too much in months before</source>
   <translation>{fund}（{city}）以前月份多缴 {total}</translation>
  </message>
  <message>
   <source>{month} {fund} {city} due {day}, {total}</source>
   <translation>{month} {fund}（{city}）{day} 前缴款 {total}</translation>
  </message>
  <message>
   <source>{month} {fund} {city} overdue since {day}</source>
   <translation>{month} {fund}（{city}）{day} 起逾期未缴</translation>
  </message>
  <message>
   <source>{month} {fund} {city} overdue since {day}, {total}</source>
   <translation>{month} {fund}（{city}）已于 {day} 逾期，{total}</translation>
  </message>
  <message>
   <source>{month} {fund} {city} to archive by {day}</source>
   <translation>{month} {fund}（{city}）应于 {day} 前归档缴款</translation>
  </message>
  <message>
   <source>{month} {fund} {city} to archive, due {day}, {total}</source>
   <translation>{month} {fund}（{city}）待归档，{day} 前缴款 {total}</translation>
  </message>
  <message>
   <source>{month} {fund} {city} to be paid by {day}</source>
   <translation>{month} {fund}（{city}）应于 {day} 前缴款</translation>
  </message>
  <message>
   <source>{month} {fund} {city}, {total}</source>
   <translation>{month} {fund}（{city}），{total}</translation>
  </message>
  <message>
   <source>{name} has no amount: {reason}</source>
   <translation>{name}无法计算金额：{reason}</translation>
  </message>
  <message>
   <source>{same} of {count} people agree · ours {ours} · the bill's {theirs}</source>
   <translation>{count} 人中 {same} 人一致 · 本单位 {ours} · 账单 {theirs}</translation>
  </message>
  <message>
   <source>{total} paid too much</source>
   <translation>以前月份多缴 {total}</translation>
  </message>
  <message>
   <source>{total} still owed</source>
   <translation>以前月份应补 {total}</translation>
  </message>
 </context>
 <context>
  <name>Season</name>
  <message>
   <source>Average wage {average} in {months} months; base until now {base}.</source>
   <translation>上年月均工资 {average}（{months} 个月）；原基数 {base}。</translation>
  </message>
  <message>
   <source>Bases of {fund} {city} from {month}</source>
   <translation>{fund}（{city}）{month} 起基数</translation>
  </message>
  <message>
   <source>Before and after</source>
   <translation>调整前后</translation>
  </message>
  <message>
   <source>Collect the wages  Ctrl+S</source>
   <translation>取数  Ctrl+S</translation>
  </message>
  <message>
   <source>Declared base…</source>
   <translation>修改申报基数…</translation>
  </message>
  <message>
   <source>Employees owe</source>
   <translation>个人补差</translation>
  </message>
  <message>
   <source>Employees' difference</source>
   <translation>个人补差</translation>
  </message>
  <message>
   <source>Employer owes</source>
   <translation>单位补差</translation>
  </message>
  <message>
   <source>Employer's difference</source>
   <translation>单位补差</translation>
  </message>
  <message>
   <source>Every adjustment is in force</source>
   <translation>各项调整均已生效</translation>
  </message>
  <message>
   <source>Floor and ceiling</source>
   <translation>下限与上限</translation>
  </message>
  <message>
   <source>For {count} months paid already: employer {employer}, employees {employee}. The fund gets a back payment, pay holds the employees' part back.</source>
   <translation>已缴 {count} 个月需补差：单位 {employer}，个人 {employee}。将生成补缴，个人部分从工资中扣回。</translation>
  </message>
  <message>
   <source>From {month}</source>
   <translation>自 {month} 起</translation>
  </message>
  <message>
   <source>Let the new bases of {count} people count from {month}?</source>
   <translation>{count} 人的新基数自 {month} 起生效？</translation>
  </message>
  <message>
   <source>May to September is the time to adjust: {names}</source>
   <translation>5—9 月为基数调整期，待调整：{names}</translation>
  </message>
  <message>
   <source>New adjustment of bases</source>
   <translation>新建基数调整</translation>
  </message>
  <message>
   <source>No month was paid on the old bases: nothing to pay back.</source>
   <translation>没有按原基数缴过的月份，无需补差。</translation>
  </message>
  <message>
   <source>No payroll of {year} here: enter the average</source>
   <translation>无 {year} 年工资表，请填月均工资</translation>
  </message>
  <message>
   <source>No payroll of {year} is here. Enter the average monthly wage of that year; base until now {base}.</source>
   <translation>系统中没有 {year} 年的工资表，请填写该年度月均工资；现基数 {base}。</translation>
  </message>
  <message>
   <source>Paid on the old bases</source>
   <translation>已按原基数缴纳</translation>
  </message>
  <message>
   <source>Remove the adjustment {fund} {city} {month}?</source>
   <translation>删除 {month} {fund}（{city}）的基数调整？</translation>
  </message>
  <message>
   <source>Return the adjustment of {city}</source>
   <translation>退回{city}的基数调整</translation>
  </message>
  <message>
   <source>Take the adjustment of {city} back</source>
   <translation>撤回{city}的基数调整</translation>
  </message>
  <message>
   <source>The average wage of last year becomes everybody's new base. Enter the policy of the new year first: floor and ceiling are its.</source>
   <translation>以上年月均工资作为新基数。请先录入新年度政策，上下限以其为准。</translation>
  </message>
  <message>
   <source>What it costs</source>
   <translation>影响金额</translation>
  </message>
  <message>
   <source>at the ceiling</source>
   <translation>按上限</translation>
  </message>
  <message>
   <source>at the floor</source>
   <translation>按下限</translation>
  </message>
  <message>
   <source>first</source>
   <translation>首月</translation>
  </message>
  <message>
   <source>{count} people are held at floor or ceiling.</source>
   <translation>{count} 人按上限或下限核定。</translation>
  </message>
  <message>
   <source>{count} people had no base before.</source>
   <translation>{count} 人原先没有基数。</translation>
  </message>
  <message>
   <source>{count} people · bases {before} → {now} · to pay back: employer {employer}, employees {employee}</source>
   <translation>{count} 人 · 基数 {before} → {now} · 补差：单位 {employer}，个人 {employee}</translation>
  </message>
  <message>
   <source>{count} to submit</source>
   <translation>{count} 项待提交</translation>
  </message>
  <message>
   <source>{count} waiting for approval</source>
   <translation>{count} 项待审批</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source> days</source>
   <translation> 天</translation>
  </message>
  <message>
   <source> working days</source>
   <translation> 个工作日</translation>
  </message>
  <message>
   <source>Holds for papers that are submitted from now on.</source>
   <translation>对今后提交的单据生效。</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source> minutes</source>
   <translation> 分钟</translation>
  </message>
  <message>
   <source>Certificates of employees</source>
   <translation>员工证明</translation>
  </message>
  <message>
   <source>Comfortable</source>
   <translation>宽松</translation>
  </message>
  <message>
   <source>Compact</source>
   <translation>紧凑</translation>
  </message>
  <message>
   <source>Invoices may be as old as</source>
   <translation>发票最长时限</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>Lock when idle for</source>
   <translation>空闲多久后锁定</translation>
  </message>
  <message>
   <source>Papers are paid within</source>
   <translation>承诺付款时限</translation>
  </message>
  <message>
   <source>Rows of tables</source>
   <translation>表格行距</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Templates…</source>
   <translation>模板…</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>外观</translation>
  </message>
 </context>
 <context>
  <name>ShortcutSheet</name>
  <message>
   <source>Add the invoice that a paid request still owes</source>
   <translation>为已付款的申请补交发票</translation>
  </message>
  <message>
   <source>Ask for one more signer</source>
   <translation>加签</translation>
  </message>
  <message>
   <source>Copy the selected rows as a table</source>
   <translation>把选中的行复制为表格</translation>
  </message>
  <message>
   <source>Export the selected rows</source>
   <translation>导出选中行</translation>
  </message>
  <message>
   <source>Find a tab, an action or a paper</source>
   <translation>查找页面、操作或单据</translation>
  </message>
  <message>
   <source>Fold the tabs to icons</source>
   <translation>折叠标签栏</translation>
  </message>
  <message>
   <source>Go to a tab</source>
   <translation>切换标签</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>快捷键</translation>
  </message>
  <message>
   <source>Leave the form; asks if something was typed</source>
   <translation>离开表单；有输入时会询问</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>锁定</translation>
  </message>
  <message>
   <source>New payment request</source>
   <translation>新建付款申请单</translation>
  </message>
  <message>
   <source>New record</source>
   <translation>新建</translation>
  </message>
  <message>
   <source>New travel claim; in it F7 puts the allowance into the lines</source>
   <translation>新建差旅费报销单；单中按 F7 计算补贴并写入明细</translation>
  </message>
  <message>
   <source>On Approvals: the pages of the invoices, large</source>
   <translation>在审批页放大查看发票原件</translation>
  </message>
  <message>
   <source>On Fixed assets and Stock-takes: scan a label</source>
   <translation>在固定资产、资产盘点页扫标签</translation>
  </message>
  <message>
   <source>Open the selected row; in a form go to the next field</source>
   <translation>打开选中的行；在表单中到下一项</translation>
  </message>
  <message>
   <source>Peek at the selected row</source>
   <translation>预览选中的行</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>退出</translation>
  </message>
  <message>
   <source>Refer the paper to somebody else</source>
   <translation>转审给别人</translation>
  </message>
  <message>
   <source>Remind whoever has the paper</source>
   <translation>催办</translation>
  </message>
  <message>
   <source>Remove, after asking</source>
   <translation>询问后删除</translation>
  </message>
  <message>
   <source>Repayment of the selected advance</source>
   <translation>登记所选借款的还款</translation>
  </message>
  <message>
   <source>Return the selected paper; 1 to 9 picks a reason given before</source>
   <translation>退回选中的单据；按 1 到 9 选用过的理由</translation>
  </message>
  <message>
   <source>Save the form</source>
   <translation>保存表单</translation>
  </message>
  <message>
   <source>Save what the list shows as a view</source>
   <translation>把当前列表保存为视图</translation>
  </message>
  <message>
   <source>Search on the page</source>
   <translation>在本页搜索</translation>
  </message>
  <message>
   <source>Show a saved view; Alt+0 shows the list without one</source>
   <translation>切换到已保存的视图；Alt+0 不用视图</translation>
  </message>
  <message>
   <source>Show or hide the details</source>
   <translation>显示或隐藏详情</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>空格</translation>
  </message>
  <message>
   <source>Submit, approve or pay the selected papers</source>
   <translation>提交、同意或付款</translation>
  </message>
 </context>
 <context>
  <name>SignIn</name>
  <message>
   <source>Locked. Enter your password to go on where you were.</source>
   <translation>已锁定。输入密码，继续刚才的工作。</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>登录名</translation>
  </message>
  <message>
   <source>OpsDesk</source>
   <translation>运营台</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>密码</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>登录</translation>
  </message>
  <message>
   <source>Sign in as somebody else</source>
   <translation>换人登录</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>解锁</translation>
  </message>
 </context>
 <context>
  <name>SignedIn</name>
  <message>
   <source>Backing up…</source>
   <translation>正在备份…</translation>
  </message>
  <message>
   <source>Close without a backup</source>
   <translation>不备份并关闭</translation>
  </message>
  <message>
   <source>Stay</source>
   <translation>留下</translation>
  </message>
  <message>
   <source>The backup at closing could not be made.</source>
   <translation>关闭时的备份没有成功。</translation>
  </message>
 </context>
 <context>
  <name>Stale</name>
  <message>
   <source>Before</source>
   <translation>原来</translation>
  </message>
  <message>
   <source>Changed meanwhile</source>
   <translation>期间有改动</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>字段</translation>
  </message>
  <message>
   <source>Keep mine</source>
   <translation>保留我的</translation>
  </message>
  <message>
   <source>Mine</source>
   <translation>我的</translation>
  </message>
  <message>
   <source>Somebody saved this record while you were typing.</source>
   <translation>您填写时有人保存了这条记录。</translation>
  </message>
  <message>
   <source>Take theirs</source>
   <translation>用对方的</translation>
  </message>
  <message>
   <source>Theirs</source>
   <translation>对方的</translation>
  </message>
  <message>
   <source>{name} saved this record while you were typing.</source>
   <translation>您填写时 {name} 保存了这条记录。</translation>
  </message>
  <message>
   <source>“Keep mine” puts the fields you changed over theirs; nothing is saved yet.</source>
   <translation>“保留我的”会用您改过的字段盖住对方的，还不会保存。</translation>
  </message>
 </context>
 <context>
  <name>Statistics</name>
  <message>
   <source>Across</source>
   <translation>再按</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>金额</translation>
  </message>
  <message>
   <source>By</source>
   <translation>按</translation>
  </message>
  <message>
   <source>By month of the promise. Rate: kept ÷ (kept + late + overdue). Median: working days to payment.</source>
   <translation>按承诺付款日所在月份计。按时率＝按时÷（按时＋迟付＋已逾期）。中位数：提交至付款的工作日。</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>增减率</translation>
  </message>
  <message>
   <source>Choose another period, or count papers that are on their way.</source>
   <translation>请换一个期间，或把在途单据也计入。</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>合计天数</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>增减额</translation>
  </message>
  <message>
   <source>Enter or a double click on a figure shows the list behind it.</source>
   <translation>在数字上按回车或双击，可查看其明细。</translation>
  </message>
  <message>
   <source>Expenses</source>
   <translation>费用统计</translation>
  </message>
  <message>
   <source>Expenses by category</source>
   <translation>费用统计：按类别</translation>
  </message>
  <message>
   <source>Expenses by department</source>
   <translation>费用统计：按部门</translation>
  </message>
  <message>
   <source>Expenses by month</source>
   <translation>费用统计：按月份</translation>
  </message>
  <message>
   <source>Expenses by person</source>
   <translation>费用统计：按人员</translation>
  </message>
  <message>
   <source>Expenses by project</source>
   <translation>费用统计：按项目</translation>
  </message>
  <message>
   <source>From</source>
   <translation>自</translation>
  </message>
  <message>
   <source>Kept</source>
   <translation>按时</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>迟付</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>环节</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>笔数</translation>
  </message>
  <message>
   <source>Longest</source>
   <translation>最长</translation>
  </message>
  <message>
   <source>Median</source>
   <translation>中位数</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>月份</translation>
  </message>
  <message>
   <source>Months</source>
   <translation>月数</translation>
  </message>
  <message>
   <source>No papers in these days</source>
   <translation>这段时间没有单据</translation>
  </message>
  <message>
   <source>Not yet due</source>
   <translation>未到期</translation>
  </message>
  <message>
   <source>Open the paper</source>
   <translation>打开单据</translation>
  </message>
  <message>
   <source>Others</source>
   <translation>其余合计</translation>
  </message>
  <message>
   <source>Overdue</source>
   <translation>已逾期</translation>
  </message>
  <message>
   <source>Papers</source>
   <translation>单据数</translation>
  </message>
  <message>
   <source>Payment</source>
   <translation>付款</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>期间</translation>
  </message>
  <message>
   <source>Promised</source>
   <translation>承诺</translation>
  </message>
  <message>
   <source>Promised: {days} working days</source>
   <translation>承诺 {days} 个工作日内付款</translation>
  </message>
  <message>
   <source>Promises kept</source>
   <translation>付款时效</translation>
  </message>
  <message>
   <source>Rate</source>
   <translation>按时率</translation>
  </message>
  <message>
   <source>Sanctioned amounts of lines paid or on their way, by the day spent. A voided paper and its reversal are nothing together.</source>
   <translation>已付款和在途（待审批、待付款）明细行的核定金额，按费用发生日计。作废单据与其冲销单相抵为零。</translation>
  </message>
  <message>
   <source>Sanctioned amounts of the lines of paid papers, by the day paid. A reversal counts with a minus on its own day.</source>
   <translation>已付款单据各明细行的核定金额，按付款日计。冲销单以负数计入冲销当日。</translation>
  </message>
  <message>
   <source>Sanctioned amounts of the lines of paid papers, by the day spent. A voided paper and its reversal are nothing together.</source>
   <translation>已付款单据各明细行的核定金额，按费用发生日计。作废单据与其冲销单相抵为零。</translation>
  </message>
  <message>
   <source>Share</source>
   <translation>占比</translation>
  </message>
  <message>
   <source>The chart shows the {count} largest.</source>
   <translation>图中为最大的 {count} 项。</translation>
  </message>
  <message>
   <source>The last {count} months</source>
   <translation>近 {count} 个月</translation>
  </message>
  <message>
   <source>To</source>
   <translation>至</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>合计</translation>
  </message>
  <message>
   <source>Type two days, the first one before the last.</source>
   <translation>请填写起止两个日期，起日不晚于止日。</translation>
  </message>
  <message>
   <source>What counts</source>
   <translation>口径</translation>
  </message>
  <message>
   <source>Where the time of {month} went</source>
   <translation>{month} 时间用在何处</translation>
  </message>
  <message>
   <source>With</source>
   <translation>经办人</translation>
  </message>
  <message>
   <source>Without a project</source>
   <translation>未归项目</translation>
  </message>
  <message>
   <source>Working days a paper stayed, 0 within a day.</source>
   <translation>单据在某人处停留的工作日，当日转出记 0。</translation>
  </message>
  <message>
   <source>Year before</source>
   <translation>上年同期</translation>
  </message>
  <message>
   <source>nothing else</source>
   <translation>不再细分</translation>
  </message>
  <message>
   <source>year before {amount}</source>
   <translation>上年同期 {amount}</translation>
  </message>
  <message>
   <source>{count} overdue</source>
   <translation>{count} 单已逾期</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} 至 {last}</translation>
  </message>
  <message>
   <source>{name}: {amount}, year before {before}</source>
   <translation>{name}：{amount}，上年同期 {before}</translation>
  </message>
  <message>
   <source>{name}: {kept} of {due} kept, {rate}</source>
   <translation>{name}：{due} 单中按时 {kept} 单，{rate}</translation>
  </message>
  <message>
   <source>{rate} kept</source>
   <translation>按时率 {rate}</translation>
  </message>
 </context>
 <context>
  <name>StatusLine</name>
  <message>
   <source>Back up now</source>
   <translation>立即备份</translation>
  </message>
  <message>
   <source>Backed up {day} {time}</source>
   <translation>{day} {time} 已备份</translation>
  </message>
  <message>
   <source>Data on this computer</source>
   <translation>本机数据库</translation>
  </message>
  <message>
   <source>Data server</source>
   <translation>数据库服务器</translation>
  </message>
  <message>
   <source>No backup yet</source>
   <translation>尚未备份</translation>
  </message>
  <message>
   <source>today</source>
   <translation>今日</translation>
  </message>
 </context>
 <context>
  <name>StockTake</name>
  <message>
   <source>All differences…</source>
   <translation>全部差异…</translation>
  </message>
  <message>
   <source>Also what was found</source>
   <translation>同时显示相符的</translation>
  </message>
  <message>
   <source>Anywhere</source>
   <translation>不限地点</translation>
  </message>
  <message>
   <source>Approve {number}?</source>
   <translation>批准 {number}？</translation>
  </message>
  <message>
   <source>Blind: the result is shown when the count is finished.</source>
   <translation>盲盘：结束盘点后显示结果。</translation>
  </message>
  <message>
   <source>Booked on {day} by {number}</source>
   <translation>入账净值（{day}，{number}）</translation>
  </message>
  <message>
   <source>Classes (none ticked: all)</source>
   <translation>类别（不选为全部）</translation>
  </message>
  <message>
   <source>Close although {count} scans were not counted?</source>
   <translation>还有 {count} 次扫描没有计入，仍要关闭吗？</translation>
  </message>
  <message>
   <source>Close without them</source>
   <translation>放弃并关闭</translation>
  </message>
  <message>
   <source>Count  Ctrl+S</source>
   <translation>计入  Ctrl+S</translation>
  </message>
  <message>
   <source>Count these rows  Ctrl+S</source>
   <translation>计入盘点  Ctrl+S</translation>
  </message>
  <message>
   <source>Count: {number} {name}</source>
   <translation>盘点：{number} {name}</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>已盘</translation>
  </message>
  <message>
   <source>Counted by mistake</source>
   <translation>撤销误盘</translation>
  </message>
  <message>
   <source>Counted list: {file}</source>
   <translation>盘点结果：{file}</translation>
  </message>
  <message>
   <source>Departments (none ticked: all)</source>
   <translation>部门（不选为全部）</translation>
  </message>
  <message>
   <source>Differences ({count})</source>
   <translation>差异（{count}）</translation>
  </message>
  <message>
   <source>Differences: {number} {name}</source>
   <translation>盘点差异：{number} {name}</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>全部固定资产</translation>
  </message>
  <message>
   <source>Everything is where it should be.</source>
   <translation>账实相符，没有差异。</translation>
  </message>
  <message>
   <source>Explain…  F2</source>
   <translation>说明处理…  F2</translation>
  </message>
  <message>
   <source>Files ({count})</source>
   <translation>附件（{count}）</translation>
  </message>
  <message>
   <source>Finish the count</source>
   <translation>结束盘点</translation>
  </message>
  <message>
   <source>Finish the count of {number}?</source>
   <translation>结束 {number} 的盘点？</translation>
  </message>
  <message>
   <source>Finish the count…</source>
   <translation>结束盘点…</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>盘到</translation>
  </message>
  <message>
   <source>Found at</source>
   <translation>实盘地点</translation>
  </message>
  <message>
   <source>Found twice</source>
   <translation>重复盘到</translation>
  </message>
  <message>
   <source>Give up  Ctrl+S</source>
   <translation>作废  Ctrl+S</translation>
  </message>
  <message>
   <source>Give {number} up</source>
   <translation>作废 {number}</translation>
  </message>
  <message>
   <source>How the count comes out</source>
   <translation>盘点结果</translation>
  </message>
  <message>
   <source>Import a counted list</source>
   <translation>导入盘点结果</translation>
  </message>
  <message>
   <source>Import a counted list…</source>
   <translation>导入盘点结果…</translation>
  </message>
  <message>
   <source>List for another PC</source>
   <translation>导出离线盘点表</translation>
  </message>
  <message>
   <source>List for another PC…</source>
   <translation>导出离线盘点表…</translation>
  </message>
  <message>
   <source>Lists (*.xlsx *.xls *.csv *.txt)</source>
   <translation>清单 (*.xlsx *.xls *.csv *.txt)</translation>
  </message>
  <message>
   <source>Not yet</source>
   <translation>未盘</translation>
  </message>
  <message>
   <source>Nothing can be scanned after that.</source>
   <translation>结束后不能再扫码。</translation>
  </message>
  <message>
   <source>On the list</source>
   <translation>应盘数</translation>
  </message>
  <message>
   <source>Pieces of {number} {name}</source>
   <translation>{number} {name} 实盘件数</translation>
  </message>
  <message>
   <source>Pieces…  F2</source>
   <translation>件数…  F2</translation>
  </message>
  <message>
   <source>Places (none ticked: all)</source>
   <translation>地点（不选为全部）</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>盘点结果</translation>
  </message>
  <message>
   <source>Return {number}</source>
   <translation>退回 {number}</translation>
  </message>
  <message>
   <source>Scan a label, or type its number and Enter  Ctrl+J</source>
   <translation>扫描标签，或输入编号后回车  Ctrl+J</translation>
  </message>
  <message>
   <source>Scans</source>
   <translation>次数</translation>
  </message>
  <message>
   <source>Scope</source>
   <translation>范围</translation>
  </message>
  <message>
   <source>Search number, name, place or person  Ctrl+F</source>
   <translation>搜索编号、名称、地点或人员  Ctrl+F</translation>
  </message>
  <message>
   <source>Should be at</source>
   <translation>账面地点</translation>
  </message>
  <message>
   <source>Take {number} back</source>
   <translation>撤回 {number}</translation>
  </message>
  <message>
   <source>The last scans are being written; then finish the count.</source>
   <translation>最后几次扫描正在写入，写完后再结束盘点。</translation>
  </message>
  <message>
   <source>The last scans are being written; then this closes.</source>
   <translation>最后几次扫描正在写入，写完后自动关闭。</translation>
  </message>
  <message>
   <source>The same explanation for all of them.</source>
   <translation>所选各项使用同一说明。</translation>
  </message>
  <message>
   <source>To be explained</source>
   <translation>待说明</translation>
  </message>
  <message>
   <source>What all {count} pieces would cost today, for their new card.</source>
   <translation>全部 {count} 件按现价合计多少钱，作为新卡片的原值。</translation>
  </message>
  <message>
   <source>What is done</source>
   <translation>处理意见</translation>
  </message>
  <message>
   <source>What is odd</source>
   <translation>异常</translation>
  </message>
  <message>
   <source>Where you stand</source>
   <translation>当前地点</translation>
  </message>
  <message>
   <source>Where you stand  F4</source>
   <translation>当前地点  F4</translation>
  </message>
  <message>
   <source>Written off, net on {day}</source>
   <translation>核销净值（盘点日 {day}）</translation>
  </message>
  <message>
   <source>blind</source>
   <translation>盲盘</translation>
  </message>
  <message>
   <source>found at {place}</source>
   <translation>实盘于 {place}</translation>
  </message>
  <message>
   <source>open</source>
   <translation>明盘</translation>
  </message>
  <message>
   <source>should be at {place}</source>
   <translation>账面在 {place}</translation>
  </message>
  <message>
   <source>{count} being counted, {left} not found yet</source>
   <translation>{count} 张正在盘点，还有 {left} 项未盘到</translation>
  </message>
  <message>
   <source>{count} being decided</source>
   <translation>{count} 张审批中</translation>
  </message>
  <message>
   <source>{count} being written</source>
   <translation>{count} 条正在写入</translation>
  </message>
  <message>
   <source>{count} counted</source>
   <translation>已盘 {count} 项</translation>
  </message>
  <message>
   <source>{count} differences, {left} to be explained · to be written off {net}</source>
   <translation>差异 {count} 项，待说明 {left} 项 · 拟核销净值 {net}</translation>
  </message>
  <message>
   <source>{count} lines</source>
   <translation>{count} 项</translation>
  </message>
  <message>
   <source>{count} not counted</source>
   <translation>{count} 条未计入</translation>
  </message>
  <message>
   <source>{count} rows cannot be read: correct them in the file and choose it again.</source>
   <translation>有 {count} 行无法识别：请在文件中改正后重新选择。</translation>
  </message>
  <message>
   <source>{count} rows were counted, {odd} of them are odd; {left} were not found.</source>
   <translation>已盘到 {count} 行，其中 {odd} 行异常；{left} 行未盘到。</translation>
  </message>
  <message>
   <source>{count} rows were counted.</source>
   <translation>已计入 {count} 行。</translation>
  </message>
  <message>
   <source>{count} scans from before the program ended were counted.</source>
   <translation>上次程序意外退出前的 {count} 次扫描已补计。</translation>
  </message>
  <message>
   <source>{count} to explain and submit</source>
   <translation>{count} 张待说明并提交</translation>
  </message>
  <message>
   <source>{found} of {count} found</source>
   <translation>已盘到 {found} / {count}</translation>
  </message>
  <message>
   <source>{missing} of {count} were not found. Nothing can be scanned after that.</source>
   <translation>应盘 {count} 项，{missing} 项未盘到。结束后不能再扫描。</translation>
  </message>
  <message>
   <source>{moved} places are corrected, {lost} assets leave the register, {added} enter it. Net value on the day of the count {net}; what is booked is that of the day of the last approval.</source>
   <translation>更正地点 {moved} 项，核销 {lost} 项，盘盈入账 {added} 项。核销资产在盘点日的净值为 {net}；入账按最后一级批准当日的净值。</translation>
  </message>
  <message>
   <source>{result}, {times} times</source>
   <translation>{result}（{times} 次）</translation>
  </message>
  <message>
   <source>{what} · should be at {place}</source>
   <translation>{what} · 账面在 {place}</translation>
  </message>
  <message>
   <source>{why} Not counted: {codes}</source>
   <translation>{why}未计入：{codes}</translation>
  </message>
  <message>
   <source>{words} · {times} times</source>
   <translation>{words} · 第 {times} 次</translation>
  </message>
 </context>
 <context>
  <name>Supplies</name>
  <message>
   <source>, {days} days late</source>
   <translation>，逾期 {days} 天</translation>
  </message>
  <message>
   <source>1 article is running short: {names} · {worth}</source>
   <translation>1 种物资库存不足：{names} · {worth}</translation>
  </message>
  <message>
   <source>1 sheet is open: collect the signatures, then close it</source>
   <translation>1 张发放表未关：收齐签收后过账关单</translation>
  </message>
  <message>
   <source>All departments</source>
   <translation>全部部门</translation>
  </message>
  <message>
   <source>All lines of the slip are booked again with the opposite sign, on a slip of their own.</source>
   <translation>用一张红字单据把原单每一行按相反数再记一遍，原单保留。</translation>
  </message>
  <message>
   <source>All usual articles are here already.</source>
   <translation>常用物资都已在册。</translation>
  </message>
  <message>
   <source>Average cost</source>
   <translation>平均单价</translation>
  </message>
  <message>
   <source>Benefit sheets</source>
   <translation>福利发放签收表</translation>
  </message>
  <message>
   <source>Book and close  Ctrl+S</source>
   <translation>过账关单  Ctrl+S</translation>
  </message>
  <message>
   <source>Book the count  Ctrl+S</source>
   <translation>盘点入账  Ctrl+S</translation>
  </message>
  <message>
   <source>Came back  Ctrl+S</source>
   <translation>收回  Ctrl+S</translation>
  </message>
  <message>
   <source>Cancel the lease  Ctrl+S</source>
   <translation>作废合同  Ctrl+S</translation>
  </message>
  <message>
   <source>Cancel the lease of {tenant}</source>
   <translation>作废合同：{tenant}</translation>
  </message>
  <message>
   <source>Cancelled: the thing was never handed over.</source>
   <translation>已作废：资产从未交付。</translation>
  </message>
  <message>
   <source>Change the rents  Ctrl+S</source>
   <translation>调整租金  Ctrl+S</translation>
  </message>
  <message>
   <source>Close {number}</source>
   <translation>关单 {number}</translation>
  </message>
  <message>
   <source>Comes back at the cost it went out with.</source>
   <translation>按领出时的成本退回。</translation>
  </message>
  <message>
   <source>Cost of supplies</source>
   <translation>物资费用</translation>
  </message>
  <message>
   <source>Costs against last year</source>
   <translation>费用同比</translation>
  </message>
  <message>
   <source>Costs of</source>
   <translation>费用来源</translation>
  </message>
  <message>
   <source>Count sheet</source>
   <translation>物资盘点表</translation>
  </message>
  <message>
   <source>Counted from the first day of the first lease. A day is let while the thing is with its tenant, also after the last day of the lease.</source>
   <translation>从首份租约起租日算起；资产在承租人处的日子都算出租，到期未还的也算。</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>天数</translation>
  </message>
  <message>
   <source>Days let</source>
   <translation>出租天数</translation>
  </message>
  <message>
   <source>Days vacant</source>
   <translation>空置天数</translation>
  </message>
  <message>
   <source>Due on {day}: {amount}, of which {received} came in.</source>
   <translation>{day} 应收 {amount}，已收 {received}。</translation>
  </message>
  <message>
   <source>Ends in {days} days: renew it, or look for the next tenant.</source>
   <translation>{days} 天后到期：续租，或另找承租人。</translation>
  </message>
  <message>
   <source>Every rent due in these days with what came in for it, and the deposits.</source>
   <translation>列出这段日期内每笔应收租金及到账情况，并列押金。</translation>
  </message>
  <message>
   <source>Everybody has signed: {name}</source>
   <translation>全部签收：{name}</translation>
  </message>
  <message>
   <source>Everyone employed on the day who is not on the sheet yet</source>
   <translation>发放当日在职、还不在表上的人员</translation>
  </message>
  <message>
   <source>Everything at this place</source>
   <translation>列出该地点全部物资</translation>
  </message>
  <message>
   <source>Export  Ctrl+S</source>
   <translation>导出  Ctrl+S</translation>
  </message>
  <message>
   <source>For each</source>
   <translation>每人数量</translation>
  </message>
  <message>
   <source>Goes out at average cost, at the charge of the department.</source>
   <translation>按平均成本出库，计入领用部门。</translation>
  </message>
  <message>
   <source>Hand over  Ctrl+S</source>
   <translation>交付  Ctrl+S</translation>
  </message>
  <message>
   <source>Hand {name} over to {tenant}</source>
   <translation>交付 {name} 给 {tenant}</translation>
  </message>
  <message>
   <source>Have not signed ({count})</source>
   <translation>未签收（{count}）</translation>
  </message>
  <message>
   <source>Issue  Ctrl+S</source>
   <translation>领用  Ctrl+S</translation>
  </message>
  <message>
   <source>It has not been moved yet.</source>
   <translation>还没有出入库。</translation>
  </message>
  <message>
   <source>Last movements</source>
   <translation>最近出入库</translation>
  </message>
  <message>
   <source>List of rents</source>
   <translation>租金明细</translation>
  </message>
  <message>
   <source>Lists what should stand there, with room for what is found.</source>
   <translation>列出账面结存，留空填写实盘数。</translation>
  </message>
  <message>
   <source>Money of leases</source>
   <translation>出租收款明细</translation>
  </message>
  <message>
   <source>Move  Ctrl+S</source>
   <translation>调拨  Ctrl+S</translation>
  </message>
  <message>
   <source>No department</source>
   <translation>无部门</translation>
  </message>
  <message>
   <source>Not handed over yet.</source>
   <translation>尚未交付。</translation>
  </message>
  <message>
   <source>Note it  Ctrl+S</source>
   <translation>登记  Ctrl+S</translation>
  </message>
  <message>
   <source>Nothing is on hand.</source>
   <translation>没有结存。</translation>
  </message>
  <message>
   <source>Only {on_hand} {unit} are on hand: receive {missing} {unit} more before closing.</source>
   <translation>结存只有 {on_hand} {unit}，关单前还需入库 {missing} {unit}。</translation>
  </message>
  <message>
   <source>Open it again  Ctrl+S</source>
   <translation>重新打开  Ctrl+S</translation>
  </message>
  <message>
   <source>Open {number} again</source>
   <translation>重新打开 {number}</translation>
  </message>
  <message>
   <source>Overdue rents: {count}, {amount}</source>
   <translation>{count} 期租金逾期：{amount}</translation>
  </message>
  <message>
   <source>Planned rents that are due in these days become this. What is overdue, and what came in, stays.</source>
   <translation>这段日期内尚未到期的租金改为此数；已逾期和已收款的不变。</translation>
  </message>
  <message>
   <source>Print  Ctrl+S</source>
   <translation>打印  Ctrl+S</translation>
  </message>
  <message>
   <source>Print it</source>
   <translation>打印</translation>
  </message>
  <message>
   <source>Put people on</source>
   <translation>加入人员</translation>
  </message>
  <message>
   <source>Put people on the sheet first.</source>
   <translation>请先加入人员。</translation>
  </message>
  <message>
   <source>Receive  Ctrl+S</source>
   <translation>入库  Ctrl+S</translation>
  </message>
  <message>
   <source>Received  Ctrl+S</source>
   <translation>收款  Ctrl+S</translation>
  </message>
  <message>
   <source>Rent due</source>
   <translation>应收租金</translation>
  </message>
  <message>
   <source>Rent ledger</source>
   <translation>收租台账</translation>
  </message>
  <message>
   <source>Rent received: {tenant}</source>
   <translation>收租：{tenant}</translation>
  </message>
  <message>
   <source>Rents of {tenant}</source>
   <translation>{tenant} 的租金</translation>
  </message>
  <message>
   <source>Rents that would be due later, and of which nothing came in, fall away.</source>
   <translation>之后到期且未收款的各期租金将取消。</translation>
  </message>
  <message>
   <source>Rents: {received} of {amount} came in</source>
   <translation>租金：已收 {received} / {amount}</translation>
  </message>
  <message>
   <source>Running short: fewer than {low} {unit} are on hand.</source>
   <translation>库存不足：低于最低库存 {low} {unit}。</translation>
  </message>
  <message>
   <source>Security deposit: {tenant}</source>
   <translation>押金：{tenant}</translation>
  </message>
  <message>
   <source>Should have come back {days} days ago: take it back, or change the end.</source>
   <translation>已过期 {days} 天：请收回，或修改到期日。</translation>
  </message>
  <message>
   <source>Signed for</source>
   <translation>已签收</translation>
  </message>
  <message>
   <source>Slip of supplies</source>
   <translation>物资单据</translation>
  </message>
  <message>
   <source>Slip {number} is booked.</source>
   <translation>{number} 已入账。</translation>
  </message>
  <message>
   <source>Stock and value of the whole stay as they are.</source>
   <translation>总结存和金额不变。</translation>
  </message>
  <message>
   <source>Take back  Ctrl+S</source>
   <translation>退库  Ctrl+S</translation>
  </message>
  <message>
   <source>Take it back  Ctrl+S</source>
   <translation>冲销  Ctrl+S</translation>
  </message>
  <message>
   <source>Take the fresh figures</source>
   <translation>取最新账面数</translation>
  </message>
  <message>
   <source>Take {slip} back</source>
   <translation>冲销 {slip}</translation>
  </message>
  <message>
   <source>Taken back by slip {number}.</source>
   <translation>已用 {number} 冲销。</translation>
  </message>
  <message>
   <source>Term</source>
   <translation>租期</translation>
  </message>
  <message>
   <source>The amount is that of the whole line, without deductible VAT; 0 for a gift.</source>
   <translation>金额为整行合计，不含可抵扣税额；赠品填 0。</translation>
  </message>
  <message>
   <source>The card is leased from then on, and its movement is written.</source>
   <translation>资产卡片自此转为出租，并记录变动。</translation>
  </message>
  <message>
   <source>The figures of the books are in. Compare them with what was found, then book the count.</source>
   <translation>已列出最新账面数，请与实盘数核对后再记账。</translation>
  </message>
  <message>
   <source>The thing was never handed over: no rent is owed, and its days are free.</source>
   <translation>资产从未交付：不再应收租金，租期释放。</translation>
  </message>
  <message>
   <source>To be given out</source>
   <translation>应发数量</translation>
  </message>
  <message>
   <source>To nobody by name</source>
   <translation>未记到个人</translation>
  </message>
  <message>
   <source>Type what was found at the place; what differs from the books as they were listed is booked.</source>
   <translation>填实盘数；与列出时的账面数不同的，按差异记账。</translation>
  </message>
  <message>
   <source>Vacancy</source>
   <translation>空置率</translation>
  </message>
  <message>
   <source>Vacancy of things to let</source>
   <translation>出租资产空置情况</translation>
  </message>
  <message>
   <source>What was booked is taken back by slips of the opposite. Signatures stay; close it again afterwards.</source>
   <translation>已出库的部分用红字领用单冲回，签收保留；改好后再次出库结单。</translation>
  </message>
  <message>
   <source>What was issued less what came back, at the cost it went out with, by the day of the slip. Differences of counts are not in it.</source>
   <translation>领用减退库，按出库成本、单据日期统计；不含盘点盈亏。</translation>
  </message>
  <message>
   <source>Where it stands</source>
   <translation>存放地点</translation>
  </message>
  <message>
   <source>Write it  Ctrl+S</source>
   <translation>登记  Ctrl+S</translation>
  </message>
  <message>
   <source>free of rent</source>
   <translation>免租</translation>
  </message>
  <message>
   <source>{amount} came in for the time after: give it back.</source>
   <translation>预收了归还之后的租金 {amount}，应退还。</translation>
  </message>
  <message>
   <source>{amount} of the deposit are still here: give them back.</source>
   <translation>还有押金 {amount} 未退，应退还。</translation>
  </message>
  <message>
   <source>{amount} received on {day}</source>
   <translation>{amount} 已于 {day} 收到</translation>
  </message>
  <message>
   <source>{count} articles are running short: {names} · {worth}</source>
   <translation>{count} 种物资库存不足：{names} · {worth}</translation>
  </message>
  <message>
   <source>{count} articles worth {value}</source>
   <translation>在册 {count} 种，库存金额 {value}</translation>
  </message>
  <message>
   <source>{count} end within 60 days</source>
   <translation>{count} 份 60 天内到期</translation>
  </message>
  <message>
   <source>{count} leases are running, no rent is overdue</source>
   <translation>在租 {count} 份，没有逾期租金</translation>
  </message>
  <message>
   <source>{count} past their end</source>
   <translation>{count} 份已过期未收回</translation>
  </message>
  <message>
   <source>{count} people have not signed yet. Single ones are noted in the form.</source>
   <translation>还有 {count} 人未签收。个别签收可在表中逐行登记。</translation>
  </message>
  <message>
   <source>{count} people have not signed: theirs stays in the store.</source>
   <translation>{count} 人未签收，其份额留在库中。</translation>
  </message>
  <message>
   <source>{count} sheets are open: collect the signatures, then close them</source>
   <translation>{count} 张发放表未关：收齐签收后过账关单</translation>
  </message>
  <message>
   <source>{count} to hand over</source>
   <translation>{count} 份待交付</translation>
  </message>
  <message>
   <source>{count} usual articles were added.</source>
   <translation>已加入 {count} 种常用物资。</translation>
  </message>
  <message>
   <source>{day}: {left} to come</source>
   <translation>{day}：未收 {left}</translation>
  </message>
  <message>
   <source>{deposit} by contract, of which {held} are here.</source>
   <translation>约定押金 {deposit}，现收存 {held}。</translation>
  </message>
  <message>
   <source>{held} of {deposit} are here</source>
   <translation>已收 {held}／约定 {deposit}</translation>
  </message>
  <message>
   <source>{left} of {amount} to come</source>
   <translation>未收 {left} / {amount}</translation>
  </message>
  <message>
   <source>{name} came back</source>
   <translation>收回 {name}</translation>
  </message>
  <message>
   <source>{name}: {vacant} days vacant, {let} days let</source>
   <translation>{name}：空置 {vacant} 天，出租 {let} 天</translation>
  </message>
  <message>
   <source>{rent} every month</source>
   <translation>每月 {rent}</translation>
  </message>
  <message>
   <source>{rent} every {months} months</source>
   <translation>每 {months} 个月 {rent}</translation>
  </message>
  <message>
   <source>{span} · {vacant} of {days} days without a tenant ({rate})</source>
   <translation>{span} · {days} 天中空置 {vacant} 天（{rate}）</translation>
  </message>
  <message>
   <source>{taken} {unit} were signed for and go out, one slip for each department with a line for everybody; {on_hand} are on hand.</source>
   <translation>已签收 {taken} {unit}，出库按部门各一张领用单，记到个人；现有库存 {on_hand}。</translation>
  </message>
  <message>
   <source>{worth}; nothing is running short</source>
   <translation>{worth}；没有库存不足的物资</translation>
  </message>
 </context>
 <context>
  <name>TabButton</name>
  <message>
   <source>{count} waiting</source>
   <translation>{count} 件待办</translation>
  </message>
 </context>
 <context>
  <name>UserMenu</name>
  <message>
   <source>As the system</source>
   <translation>跟随系统</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>外观</translation>
  </message>
 </context>
 <context>
  <name>Value</name>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>; </source>
   <translation>；</translation>
  </message>
  <message>
   <source>No</source>
   <translation>否</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>是</translation>
  </message>
  <message>
   <source>{text} ({note})</source>
   <translation>{text}（{note}）</translation>
  </message>
 </context>
 <context>
  <name>Views</name>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>下移</translation>
  </message>
  <message>
   <source>Its days go with the calendar: this month is always the current one</source>
   <translation>日期随日历变动：“本月”始终指当前月份</translation>
  </message>
  <message>
   <source>List, search, filters, order and columns are kept under this name.</source>
   <translation>分类、搜索、筛选、排序和列设置会以此名称保存。</translation>
  </message>
  <message>
   <source>Manage views…</source>
   <translation>管理视图…</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>确定</translation>
  </message>
  <message>
   <source>Open the page with it</source>
   <translation>打开本页时使用</translation>
  </message>
  <message>
   <source>Opens with the page</source>
   <translation>打开时使用</translation>
  </message>
  <message>
   <source>Please give the view a name.</source>
   <translation>请输入视图名称。</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>重命名</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>替换</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Save the changes in “{name}”</source>
   <translation>保存对“{name}”的更改</translation>
  </message>
  <message>
   <source>Save this view</source>
   <translation>保存视图</translation>
  </message>
  <message>
   <source>Save this view…</source>
   <translation>保存为视图…</translation>
  </message>
  <message>
   <source>The first nine are on Alt+1 to Alt+9. Bold: the page opens with it.</source>
   <translation>前九个可用 Alt+1 至 Alt+9 切换。粗体：打开本页时使用。</translation>
  </message>
  <message>
   <source>The list without a view</source>
   <translation>不用视图</translation>
  </message>
  <message>
   <source>There is a view of this name: it is replaced.</source>
   <translation>已有同名视图，保存后将替换。</translation>
  </message>
  <message>
   <source>Two views have this name. Rename one of them.</source>
   <translation>有两个视图同名，请改名。</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>上移</translation>
  </message>
  <message>
   <source>View: {name}</source>
   <translation>视图：{name}</translation>
  </message>
  <message>
   <source>Views</source>
   <translation>视图</translation>
  </message>
  <message>
   <source>Views of this page</source>
   <translation>本页视图</translation>
  </message>
  <message>
   <source>Ways to look at this list that you saved (Alt+1 to Alt+9)</source>
   <translation>您保存的列表视图（Alt+1 至 Alt+9）</translation>
  </message>
  <message>
   <source>{name} (changed)</source>
   <translation>{name}（已改）</translation>
  </message>
  <message>
   <source>“{name}” uses a list, a filter or a column that is no longer there. The rest of it is shown; save it again to keep it like this.</source>
   <translation>“{name}”用到的分类、筛选或列已不存在，其余部分照常显示；重新保存即可更新。</translation>
  </message>
 </context>
 <context>
  <name>Voucher</name>
  <message>
   <source>Account code</source>
   <translation>科目编码</translation>
  </message>
  <message>
   <source>Account title</source>
   <translation>科目名称</translation>
  </message>
  <message>
   <source>Accountant's export</source>
   <translation>会计导出</translation>
  </message>
  <message>
   <source>Accounts mapping</source>
   <translation>科目对照</translation>
  </message>
  <message>
   <source>Advances of employees</source>
   <translation>员工借款</translation>
  </message>
  <message>
   <source>An Excel workbook of the entries: debit and credit by the accounts mapping.</source>
   <translation>会计分录的 Excel 工作簿，借贷科目按科目对照生成。</translation>
  </message>
  <message>
   <source>Batch</source>
   <translation>付款批次</translation>
  </message>
  <message>
   <source>Before the export, choose an account for: {names}.</source>
   <translation>导出前请先指定科目：{names}。</translation>
  </message>
  <message>
   <source>Bind a month</source>
   <translation>装订月份</translation>
  </message>
  <message>
   <source>Bind and save as PDF…  Ctrl+S</source>
   <translation>装订并存为 PDF…  Ctrl+S</translation>
  </message>
  <message>
   <source>Book input tax apart from the expense</source>
   <translation>进项税额单列</translation>
  </message>
  <message>
   <source>Cash</source>
   <translation>现金</translation>
  </message>
  <message>
   <source>Entries {month}</source>
   <translation>会计分录 {month}</translation>
  </message>
  <message>
   <source>Every month that is over is bound; this one can be bound when it is over.</source>
   <translation>已结束的月份均已装订；本月结束后方可装订。</translation>
  </message>
  <message>
   <source>For</source>
   <translation>用于</translation>
  </message>
  <message>
   <source>Input tax</source>
   <translation>进项税额</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>种类</translation>
  </message>
  <message>
   <source>Making the bundle of {month}…</source>
   <translation>正在生成 {month} 凭证册…</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>月份</translation>
  </message>
  <message>
   <source>Monthly bundle</source>
   <translation>凭证册</translation>
  </message>
  <message>
   <source>Months</source>
   <translation>月份</translation>
  </message>
  <message>
   <source>No month is bound.</source>
   <translation>没有已装订的月份。</translation>
  </message>
  <message>
   <source>One PDF with cover, list, every voucher with its approvals, invoices and bank slip, and a proof at the end.</source>
   <translation>一个 PDF：封面、目录，每张凭证附审批记录、发票和银行回单，末页为核对表。</translation>
  </message>
  <message>
   <source>Open a month again</source>
   <translation>重新打开月份</translation>
  </message>
  <message>
   <source>Open again  Ctrl+S</source>
   <translation>重新打开  Ctrl+S</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>单据</translation>
  </message>
  <message>
   <source>Payments in advance</source>
   <translation>预付款</translation>
  </message>
  <message>
   <source>Reversed by {number}</source>
   <translation>已由 {number} 冲销</translation>
  </message>
  <message>
   <source>Reverses {number}</source>
   <translation>冲销 {number}</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Save as Excel…  Ctrl+S</source>
   <translation>存为 Excel…  Ctrl+S</translation>
  </message>
  <message>
   <source>Save as PDF…  Ctrl+S</source>
   <translation>存为 PDF…  Ctrl+S</translation>
  </message>
  <message>
   <source>Show it</source>
   <translation>查看</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>The bundle is made and the month closed: nothing of it changes any more. Only a month that is over can be bound.</source>
   <translation>生成凭证册并封闭该月，此后不得更改。只有已结束的月份可以装订。</translation>
  </message>
  <message>
   <source>The reason stands in the history. Bind the month again when it is mended.</source>
   <translation>原因记入操作记录。更正后请重新装订。</translation>
  </message>
  <message>
   <source>The same paper also has {number}</source>
   <translation>同一单据另有 {number}</translation>
  </message>
  <message>
   <source>There are no vouchers yet: papers get their numbers when they are paid.</source>
   <translation>还没有凭证：单据付款时编号。</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>合计</translation>
  </message>
  <message>
   <source>Void</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>Void: {reason}. The number stays in its row and counts for nothing.</source>
   <translation>作废：{reason}。凭证号保留在序列中，不计入合计。</translation>
  </message>
  <message>
   <source>Vouchers</source>
   <translation>张数</translation>
  </message>
  <message>
   <source>Vouchers {month}</source>
   <translation>凭证册 {month}</translation>
  </message>
  <message>
   <source>Wages payable</source>
   <translation>应付工资</translation>
  </message>
  <message>
   <source>bound up to {month}</source>
   <translation>已装订至 {month}</translation>
  </message>
  <message>
   <source>bound {day} by {name}</source>
   <translation>{day} 由 {name} 装订</translation>
  </message>
  <message>
   <source>open</source>
   <translation>未装订</translation>
  </message>
  <message>
   <source>{count} files could not be opened: each has a page that says so, and the proof names them.</source>
   <translation>{count} 个文件无法打开：各以说明页代替，核对表已逐一列明。</translation>
  </message>
  <message>
   <source>{count} months wait in all</source>
   <translation>共 {count} 个月待装订</translation>
  </message>
  <message>
   <source>{count} still at the bank</source>
   <translation>{count} 张待银行确认</translation>
  </message>
  <message>
   <source>{count} vouchers</source>
   <translation>{count} 张凭证</translation>
  </message>
  <message>
   <source>{count} vouchers this month, {amount}</source>
   <translation>本月 {count} 张，{amount}</translation>
  </message>
  <message>
   <source>{file}: {count} entries.</source>
   <translation>{file}：{count} 条分录。</translation>
  </message>
  <message>
   <source>{file}: {count} vouchers on {pages} pages.</source>
   <translation>{file}：{count} 张凭证，共 {pages} 页。</translation>
  </message>
  <message>
   <source>{month} is bound: {count} vouchers on {pages} pages in {file}.</source>
   <translation>{month} 已装订：{count} 张凭证，共 {pages} 页，见 {file}。</translation>
  </message>
  <message>
   <source>{month} is not bound yet.</source>
   <translation>{month} 未装订。</translation>
  </message>
  <message>
   <source>{month} is open again.</source>
   <translation>{month} 已重新打开。</translation>
  </message>
  <message>
   <source>{month} is to be bound: {count} vouchers, {amount}</source>
   <translation>{month} 待装订：{count} 张，{amount}</translation>
  </message>
  <message>
   <source>{month} was bound on {day} by {name}: nothing of it changes.</source>
   <translation>{month} 已由 {name} 于 {day} 装订，不再变动。</translation>
  </message>
  <message>
   <source>{name} ({count} vouchers)</source>
   <translation>{name}（{count} 张）</translation>
  </message>
 </context>
 <context>
  <name>Why</name>
  <message>
   <source>Attendance or settings were changed after this sheet was reckoned; the sheet keeps its figure.</source>
   <translation>计算之后考勤或参数有变动；工资表保持原数。</translation>
  </message>
  <message>
   <source>Below zero: nothing is withheld, nothing is given back; the year goes on from here.</source>
   <translation>累计为负：不扣也不退，以后月份接着算。</translation>
  </message>
  <message>
   <source>Changed within {month}: each rate counts for its paid days.</source>
   <translation>{month} 月内变动：按各自计薪日折算。</translation>
  </message>
  <message>
   <source>In month {month} the year passed {top} yuan: the rate rose from {before} % to {now} %.</source>
   <translation>{month} 月累计超过 {top} 元，税率由 {before}% 升到 {now}%。</translation>
  </message>
  <message>
   <source>More was withheld before than the year owes so far: nothing is given back within the year, it is settled in the annual return.</source>
   <translation>此前已预扣超过累计应纳税额：年内不退，由年度汇算清缴结清。</translation>
  </message>
  <message>
   <source>The base or the policy was changed after this sheet was reckoned; the sheet keeps its figure.</source>
   <translation>计算本表后基数或社保政策变了；本表保持原数。</translation>
  </message>
  <message>
   <source>The rate or the settings were changed after this sheet was reckoned; the sheet keeps its figure.</source>
   <translation>计算本表后薪资标准或设置变了；本表保持原数。</translation>
  </message>
  <message>
   <source>a twelfth of it picks the rate</source>
   <translation>除以 12 查税率</translation>
  </message>
  <message>
   <source>added with this sheet</source>
   <translation>本表新增</translation>
  </message>
  <message>
   <source>annual bonus, taxed separately</source>
   <translation>年终奖，单独计税</translation>
  </message>
  <message>
   <source>as this sheet was reckoned</source>
   <translation>计算本表时</translation>
  </message>
  <message>
   <source>base</source>
   <translation>缴费基数</translation>
  </message>
  <message>
   <source>basic deduction so far, {each} × {months}</source>
   <translation>累计减除费用 {each} × {months}</translation>
  </message>
  <message>
   <source>bonus × {percent} % − quick deduction {quick}</source>
   <translation>奖金 × {percent}% − 速算扣除数 {quick}</translation>
  </message>
  <message>
   <source>company {percent} %</source>
   <translation>单位 {percent}%</translation>
  </message>
  <message>
   <source>company {percent} % + {fixed}</source>
   <translation>单位 {percent}% + {fixed}</translation>
  </message>
  <message>
   <source>company's part</source>
   <translation>单位部分</translation>
  </message>
  <message>
   <source>company's part of insurance and housing fund</source>
   <translation>单位五险一金</translation>
  </message>
  <message>
   <source>correction of {month}: {note}</source>
   <translation>更正 {month}：{note}</translation>
  </message>
  <message>
   <source>cost of the company</source>
   <translation>单位成本</translation>
  </message>
  <message>
   <source>costs of an intern</source>
   <translation>实习生费用扣除</translation>
  </message>
  <message>
   <source>declared base</source>
   <translation>申报基数</translation>
  </message>
  <message>
   <source>deductions of the year so far</source>
   <translation>本年累计扣除</translation>
  </message>
  <message>
   <source>difference of earlier months</source>
   <translation>以前月份补差</translation>
  </message>
  <message>
   <source>each part rounded: {rounding}</source>
   <translation>两方分别取整：{rounding}</translation>
  </message>
  <message>
   <source>employee {percent} %</source>
   <translation>个人 {percent}%</translation>
  </message>
  <message>
   <source>employee {percent} % + {fixed}</source>
   <translation>个人 {percent}% + {fixed}</translation>
  </message>
  <message>
   <source>employee's part</source>
   <translation>个人部分</translation>
  </message>
  <message>
   <source>exempt income so far</source>
   <translation>累计免税收入</translation>
  </message>
  <message>
   <source>from {day} {reason}</source>
   <translation>{day} 起 {reason}</translation>
  </message>
  <message>
   <source>from {day}, by {paper} {reason}</source>
   <translation>{day} 起，依据 {paper} {reason}</translation>
  </message>
  <message>
   <source>gross pay</source>
   <translation>应发</translation>
  </message>
  <message>
   <source>held to the ceiling</source>
   <translation>按上限</translation>
  </message>
  <message>
   <source>housing fund</source>
   <translation>公积金</translation>
  </message>
  <message>
   <source>income of the year so far (months 1–{last})</source>
   <translation>累计收入（1–{last} 月）</translation>
  </message>
  <message>
   <source>insurance and housing fund</source>
   <translation>三险一金</translation>
  </message>
  <message>
   <source>insurance and housing fund so far</source>
   <translation>累计三险一金</translation>
  </message>
  <message>
   <source>labour remuneration, taxed by itself</source>
   <translation>劳务报酬，单独计税</translation>
  </message>
  <message>
   <source>net pay</source>
   <translation>实发</translation>
  </message>
  <message>
   <source>one-off line {note}</source>
   <translation>一次性项目 {note}</translation>
  </message>
  <message>
   <source>opening figures of the year</source>
   <translation>年初带入数</translation>
  </message>
  <message>
   <source>other deductions so far</source>
   <translation>累计其他扣除</translation>
  </message>
  <message>
   <source>policy of {city} from {month}: {source}</source>
   <translation>{city} {month} 起政策：{source}</translation>
  </message>
  <message>
   <source>raised to the floor</source>
   <translation>按下限</translation>
  </message>
  <message>
   <source>repayment {paper}</source>
   <translation>还款单 {paper}</translation>
  </message>
  <message>
   <source>severance, taxed by itself</source>
   <translation>离职补偿金，单独计税</translation>
  </message>
  <message>
   <source>social insurance</source>
   <translation>社保</translation>
  </message>
  <message>
   <source>special additional deductions so far</source>
   <translation>累计专项附加扣除</translation>
  </message>
  <message>
   <source>tax above three local average wages</source>
   <translation>超过当地平均工资三倍部分的税</translation>
  </message>
  <message>
   <source>tax of the payments of this month, less what was withheld</source>
   <translation>当月劳务报酬税额减已扣</translation>
  </message>
  <message>
   <source>tax of the wages on this sheet</source>
   <translation>本表工资应预扣</translation>
  </message>
  <message>
   <source>tax withheld on this sheet</source>
   <translation>本月应预扣</translation>
  </message>
  <message>
   <source>taxable income so far</source>
   <translation>累计应纳税所得额</translation>
  </message>
  <message>
   <source>withheld before this sheet</source>
   <translation>累计已预扣</translation>
  </message>
  <message>
   <source>withheld beside tax and insurance</source>
   <translation>其他代扣</translation>
  </message>
  <message>
   <source>{formula}</source>
   <translation>{formula}</translation>
  </message>
  <message>
   <source>{item}</source>
   <translation>{item}</translation>
  </message>
  <message>
   <source>{name}</source>
   <translation>{name}</translation>
  </message>
  <message>
   <source>{name}: {count}</source>
   <translation>{name}：{count}</translation>
  </message>
  <message>
   <source>{percent} % − quick deduction {quick}</source>
   <translation>{percent}% − 速算扣除数 {quick}</translation>
  </message>
 </context>
 <context>
  <name>Workspace</name>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>OpsDesk</source>
   <translation>运营台</translation>
  </message>
  <message>
   <source>You may not open any tab yet. Ask an administrator for a role.</source>
   <translation>您还不能打开任何标签。请向管理员申请角色。</translation>
  </message>
 </context>
</TS>
