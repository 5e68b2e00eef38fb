"""Words that should not be torn at a line's end: those of performance forms, by list and by their endings.

Chinese may break between any two characters; this only decides between breaks that need as many lines.
"""

import re

_LISTED = """
    人民政府 服务对象 可持续 满意度 影响力 委员会 办公室 领导小组 管理处 服务站 事务所 信访 经济 社会 生态 效益 影响 指标
    数量 质量 时效 成本 产出 绩效 目标 总体 年度 预期 实际 完成 情况 预算 执行 资金 财政 拨款 结转 总额 其他 当年 上年
    偏差 原因 分析 改进 措施 项目 名称 主管 部门 实施 单位 工作 开展 宣传 推广 培训 活动 会议 建设 工程 设备 采购 维护
    系统 网络 信息 平台 数据 管理 服务 运行 保障 发展 提升 提高 改善 增加 减少 下降 控制 落实 验收 支付 补助 补贴
    发放 覆盖 群众 居民 企业 农户 农民 学生 家长 教师 人员 干部 专家 贫困 脱贫 攻坚 乡村 振兴 农业 农村 水利 教育 卫生
    体育 文化 科技 创新 创业 环境 安全 稳定 矛盾 化解 调解 办理 积案 事项 重复 越级 防控 秩序 登记 印刷 课题 研究 成果
    专业 技术 能力 机制 制度 政策 知晓 参与 受益 投入 使用 有效 及时 按期 合格 达标 优良 显著 良好 明显 持续 长期 长效
    合同 结算 条款 费用 委托 运营 场馆 开放 中心 学校 医院 街道 社区 考核 责任 成绩 疑难 例会 约谈 基层 计划 方案 编制
    文本 制作 宣传片 评估 报告 评审 规划 统筹 指导 城市 海绵 示范 达成 以上 以下 之前 之后 热情 高涨 巩固 拓展 民生 收入 增收 生活 条件 状况 减轻 负担 家庭 健康 促进 事业 特派员 业务 营养 对象 监测 人口 成果 计量 设施 改进
    的 和 与 及 含 等
"""
_BY_ENDING = r"[\u4e00-\u9fff]{2}(?:率|度|性|力|局|厅|委)|[\u4e00-\u9fff]{2}[省市区县镇乡村]"
_WORDS = re.compile("|".join([*sorted(_LISTED.split(), key=len, reverse=True), _BY_ENDING]))


# Most words have two characters: the cost of a break inside such a pair of unknown text.
_UNEVEN = 0.4
_UNKNOWN = re.compile(r"[\u4e00-\u9fff]+")


def torn_places(text: str) -> dict[int, float]:
    """The cost of a break before each character: 1 inside a known word, less inside unknown text; none elsewhere."""
    torn: dict[int, float] = {}
    end = 0
    for word in (*_WORDS.finditer(text), None):
        start = len(text) if word is None else word.start()
        for stretch in _UNKNOWN.finditer(text, end, start):
            torn.update(dict.fromkeys(range(stretch.start() + 1, stretch.end(), 2), _UNEVEN))
        if word is not None:
            torn.update(dict.fromkeys(range(word.start() + 1, word.end()), 1.0))
            end = word.end()
    return torn
