/**
 * Generated from apps/api/openapi.json by `npm run client`; never edited by hand.
 * Every refusal is a ProblemView under `default`. The header Idempotency-Key is optional here because clients make one.
 */
export interface paths {
    "/.well-known/certificate-keys.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 登记证明的签名公钥（JWK Set）
         * @description 离线核验所需的全部公钥，含已停用的。
         */
        get: operations["certificatePage_keySet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificates/{verificationCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 登记证明的查验页
         * @description 二维码所指的网页，不含脚本；当事人名称部分隐去。查无此证时答复 404 的网页。程序请用 /v1/certificates。
         */
        get: operations["certificatePage_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看各部分是否正常
         * @description 加 ?verbose 列出数据库、队列、检索、发件箱和审计封存。degraded 表示迟缓或已改用后备，服务仍可用。
         */
        get: operations["health_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看进程是否存活 */
        get: operations["health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 读取 Prometheus 指标
         * @description 只回答本机的直接请求，或请求头 X-Metrics-Token 等于 METRICS_TOKEN 的请求。
         */
        get: operations["health_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看能否接受请求（只看 PostgreSQL） */
        get: operations["health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/achievement-reward-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看职务成果奖酬方案（本单位的、本人受益的；奖补与审计人员看全部） */
        get: operations["achievementReward_list"];
        put?: never;
        /** 起草职务成果奖酬方案 */
        post: operations["achievementReward_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/achievement-reward-plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看奖酬方案、逐笔分配与每名受益人的对账单 */
        get: operations["achievementReward_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/achievement-reward-plans/{id}/distributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 分配一笔收入、一年利润或所得股权 */
        post: operations["achievementReward_distribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/achievement-reward-plans/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公示奖酬方案 */
        post: operations["achievementReward_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/achievement-reward-plans/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回奖酬方案草稿 */
        post: operations["achievementReward_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/achievements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 浏览已发布的科技成果 */
        get: operations["achievement_list"];
        put?: never;
        /**
         * 披露职务科技成果
         * @description 写明完成人及约定的份额；公开摘要发布后任何人可见，披露内容只有本单位与科技主管部门可见。
         */
        post: operations["achievement_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/achievements/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看本单位的科技成果 */
        get: operations["achievement_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/achievements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一项科技成果 */
        get: operations["achievement_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改科技成果 */
        patch: operations["achievement_amend"];
        trace?: never;
    };
    "/v1/achievements/{id}/match-feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一项成果得到的答复统计与改进建议 */
        get: operations["matchFeedback_ofAchievement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/achievements/{id}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一项成果的撮合结果及理由 */
        get: operations["matching_ofAchievement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/achievements/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发布科技成果 */
        post: operations["achievement_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/achievements/{id}/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记科技成果
         * @description 材料齐全即编发 12 位成果登记号（省码 3 + 年份 4 + 类型字母 1 + 流水 4），同年同类型连续不断号。
         */
        post: operations["achievement_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/achievements/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回科技成果 */
        post: operations["achievement_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看我的 API 密钥 */
        get: operations["apiKey_list"];
        put?: never;
        /** 创建 API 密钥 */
        post: operations["apiKey_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/scopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看密钥可用的权限范围 */
        get: operations["apiKey_known"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 作废 API 密钥 */
        delete: operations["apiKey_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看合同或认定登记的附件 */
        get: operations["attachment_list"];
        put?: never;
        /**
         * 上传合同或认定登记的附件
         * @description 请求体为文件本身，Content-Type 为 application/octet-stream，至多 20 MiB。类型由内容识别：PDF、JPEG、PNG、Word（docx）、Excel（xlsx），文件名须与之相符；加密、带宏或压缩异常的不接受。内容以 SHA-256 记录，未经病毒扫描。
         */
        post: operations["attachment_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一份附件的说明 */
        get: operations["attachment_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attachments/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载附件 */
        get: operations["attachment_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attachments/{id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 移除尚未作为依据的附件 */
        post: operations["attachment_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-chain/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 读取审计链头（供见证人留存）
         * @description 任何人可定期留存；日后与锚文件、核验结果比对，即可发现整体重算。
         */
        get: operations["audit_head"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-chain/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 核验审计链
         * @description 逐条重算哈希并与锚文件比对，每次最多 100000 条；nextFrom 不为 null 时从该序号继续。
         */
        get: operations["audit_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查阅审计记录（从新到旧）
         * @description 每次查阅本身也记入审计。
         */
        get: operations["audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/budget-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看各基金各年度预算 */
        get: operations["budget_list"];
        put?: never;
        /** 下达或追加年度预算 */
        post: operations["budget_appropriate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/budget-lines/{fiscalYear}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看某年度的会计科目与余额 */
        get: operations["ledger_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/budget-lines/{fiscalYear}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看某年度（或其中一个科目）的分录 */
        get: operations["ledger_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certificate-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看登记证明的签名公钥 */
        get: operations["certificate_keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certificate-verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 查验登记证明原文与签名是否一致 */
        post: operations["certificate_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certificates/{verificationCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 凭核验码查验登记证明
         * @description 当事人名称部分隐去。on 为过去某日时，stateOn 说明当日结束时的状态。
         */
        get: operations["certificate_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clause-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 预检一段条款文字，不留存 */
        post: operations["contractReference_checkText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-code-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看技术合同登记表的代码表
         * @description 各表注明来源与核对程度；未读到原文的不得作为官方代码打印。
         */
        get: operations["contractReference_codeLists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-questionnaire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看合同类型问卷 */
        get: operations["contractReference_questionnaire"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看在办登记（按期限先后，可按状态、办理方、登记点、经办人筛选） */
        get: operations["contractRegistration_listOpen"];
        put?: never;
        /** 申请技术合同认定登记（卖方；技术进口由买方），可先存草稿 */
        post: operations["contractRegistration_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看本单位有关的登记 */
        get: operations["contractRegistration_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一项登记 */
        get: operations["contractRegistration_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 受理登记申请 */
        post: operations["contractRegistration_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 注销登记 */
        post: operations["contractRegistration_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看登记证明 */
        get: operations["certificate_ofRegistration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/certificate.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载登记证明（PDF）
         * @description A4 一页或多页，嵌入中文字体，附二维码、内容签名和文件签名；签名的内容随附于文件。同样的数据得到同样的文件。遇到字体没有的字则停止，并说明是哪个字、在哪一项。
         */
        get: operations["certificate_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看历次变更申请 */
        get: operations["registrationChange_list"];
        put?: never;
        /** 申请变更登记（登记主体） */
        post: operations["registrationChange_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/credit-code-confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 记录统一社会信用代码的核实依据（校验不通过但确属真实） */
        post: operations["contractRegistration_confirmCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/determination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 认定合同类型与技术交易额 */
        post: operations["contractRegistration_determine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看疑似重复的登记及依据 */
        get: operations["registrationHistory_duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/evidence.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出一件登记的全部证据
         * @description 一个可离线核验的 zip：合同与登记的全部记录、各版本、材料、决定、审计记录及其链值、登记证明，清单含每个文件的 SHA-256 并签名。每次导出记入审计。
         */
        get: operations["evidence_bundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/examination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 领取已受理的登记进行审查 */
        post: operations["contractRegistration_examine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/expert-conclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 汇总专家意见，恢复审查 */
        post: operations["expertPanel_conclude"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/expert-opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 记录一位专家的意见 */
        post: operations["expertPanel_giveOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/expert-panels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看历次专家审核 */
        get: operations["expertPanel_list"];
        put?: never;
        /** 组织专家审核（大额或有争议的合同） */
        post: operations["expertPanel_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/filing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提交登记草稿 */
        post: operations["contractRegistration_fileDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看登记的全部步骤与版次 */
        get: operations["registrationHistory_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/reexaminations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看历次异议与结论 */
        get: operations["reexamination_list"];
        put?: never;
        /** 对登记或不予登记提出异议（登记主体；登记机构代录税务、财政机关来函） */
        post: operations["reexamination_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予登记 */
        post: operations["contractRegistration_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回登记申请 */
        post: operations["contractRegistration_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/second-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 复核大额或有争议的认定（第二人） */
        post: operations["contractRegistration_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看登记在某日的状态与金额 */
        get: operations["registrationHistory_standing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/supplement-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 要求补正 */
        post: operations["contractRegistration_requestSupplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/supplements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提交补正材料（期限重新起算） */
        post: operations["contractRegistration_supplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-registrations/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回草稿或尚未受理的申请 */
        post: operations["contractRegistration_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contract-type-suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 试答问卷，不留存 */
        post: operations["contractReference_suggest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看与本单位有关的合同 */
        get: operations["contract_list"];
        put?: never;
        /** 就达成一致的洽谈起草技术合同 */
        post: operations["contract_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一份合同 */
        get: operations["contract_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改合同草稿 */
        patch: operations["contract_amend"];
        trace?: never;
    };
    "/v1/contracts/{id}/amount-supplements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一份合同的金额补充 */
        get: operations["receipt_supplements"];
        put?: never;
        /**
         * 补充提成合同的金额
         * @description 一方提出，另一方确认后计入；享受税收优惠、奖酬前须补充。
         */
        post: operations["receipt_stateAmounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}/amount-supplements/{supplementId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认对方补充的金额 */
        post: operations["receipt_confirmAmounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 取消或解除合同
         * @description 生效前任一方可以取消；生效后须双方都同意解除，后同意者使其解除。
         */
        post: operations["contract_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}/clause-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 预检合同条款
         * @description 缺少的条款、非法垄断技术的六种情形、不公平条款、登记表缺项与提醒，各附依据与改法。
         */
        get: operations["contractText_checkClauses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}/income": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一份合同的技术性收入合计 */
        get: operations["receipt_income"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一份合同的技术性收入记录 */
        get: operations["receipt_list"];
        put?: never;
        /**
         * 登记取得的技术性收入
         * @description 由卖方登记，同一凭证号重复登记返回原记录。除待补充金额的提成外，合计不超过技术交易额。
         */
        post: operations["receipt_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}/receipts/{receiptId}/voidance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废一笔收入记录 */
        post: operations["receipt_void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}/registration-precheck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登记预审：申请前自查，不留痕迹 */
        get: operations["precheck_precheck"];
        put?: never;
        /** 登记预审：连同拟填报的落地情况与合同文本自查，不留痕迹 */
        post: operations["precheck_tryFiling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 签署合同
         * @description 每一方各签一次，须引用所签文本的摘要；双方签齐即生效，挂牌随之成交。公示未满或有异议时不能签署。
         */
        post: operations["contract_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}/tax-pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看合同的税收优惠资料清单
         * @description 各项优惠需要什么、已有什么、依据与期限；供参考，不是税务意见。
         */
        get: operations["contractText_taxPack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}/text.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 生成合同文本（Word）
         * @description 由合同数据生成，含民法典第八百四十五条所列各项；缺少的数据留空并标明待填。文字为平台自拟，不是官方示范文本。
         */
        get: operations["contractDocument_docx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}/text.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 生成合同文本（PDF）
         * @description 由合同数据生成，含民法典第八百四十五条所列各项；缺少的数据留空并标明待填。文字为平台自拟，不是官方示范文本。
         */
        get: operations["contractDocument_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}/type-suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看合同类型的建议与认定 */
        get: operations["contractText_suggestions"];
        put?: never;
        /**
         * 回答问卷，建议合同类型
         * @description 建议与登记机构的认定都留存；类型由登记员认定。
         */
        post: operations["contractText_suggest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看合同文本的各个版本 */
        get: operations["contractText_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}/versions/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 对照合同文本的两个版本
         * @description 逐项列出不同之处、金额差额与文字红线。
         */
        get: operations["contractText_compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/counties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看全市八县区 */
        get: operations["catalogue_counties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看与本单位有关的洽谈 */
        get: operations["deal_list"];
        put?: never;
        /** 就已达成的引荐开始洽谈 */
        post: operations["deal_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一项洽谈 */
        get: operations["deal_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接受对方的最新报价 */
        post: operations["deal_agree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/break-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 终止洽谈 */
        post: operations["deal_breakOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看洽谈的全部报价 */
        get: operations["deal_offers"];
        put?: never;
        /** 报价或还价 */
        post: operations["deal_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 浏览已发布的技术需求 */
        get: operations["demand_list"];
        put?: never;
        /** 登记技术需求（草稿） */
        post: operations["demand_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demands/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看本单位的技术需求 */
        get: operations["demand_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demands/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一条技术需求 */
        get: operations["demand_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改技术需求 */
        patch: operations["demand_amend"];
        trace?: never;
    };
    "/v1/demands/{id}/helpers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看可能帮得上一条需求的专家、技术经纪机构和单位，附理由 */
        get: operations["matchHelper_ofDemand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demands/{id}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一条需求的撮合结果及理由 */
        get: operations["matching_ofDemand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demands/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发布技术需求 */
        post: operations["demand_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demands/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回技术需求 */
        post: operations["demand_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demonstration-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看 16 项示范任务及责任部门 */
        get: operations["catalogue_demonstrationTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看部门及其别名 */
        get: operations["catalogue_departments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/description-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发布前检查描述是否写清：问题、幅度、依据、经济性
         * @description 只给建议，不保存任何内容。
         */
        post: operations["description_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dual-agency-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 书面同意同一机构代理供需双方 */
        post: operations["mandate_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/envoy-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看服务记录（本人的；县区人员看本县区，奖补与审计人员看全部） */
        get: operations["techEnvoy_logs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/envoy-logs/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 县区确认服务记录 */
        post: operations["techEnvoy_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/envoy-months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看补助（本人的；奖补与审计人员看全部） */
        get: operations["techEnvoy_months"];
        put?: never;
        /** 计提某月的补助（可重复办理，每人每月只计一次） */
        post: operations["techEnvoy_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/envoy-months/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 记录某月的补助已支付 */
        post: operations["techEnvoy_pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看本单位的导入 */
        get: operations["import_list"];
        put?: never;
        /**
         * 批量导入成果、需求或历史登记
         * @description 请求体为 CSV（首行列名，中文或英文）、XLSX（第一张可见工作表，首行列名）或 JSON Lines；文本为 UTF-8 或 GB18030 编码，至多 32 MiB、50,000 行。长编号请设为文本格式：表格软件的数字只保留 15 位，被改写的编号会逐行报错。历史登记（2016 至 2025 年）用技术合同登记表的列，以登记编号为键，由登记员导入。需求除名称、描述、预算外，可有“合作方式、希望用上的日期、最低成熟度、排除地区”等列。按编号新建或更新，重复导入同一文件不产生变化；各行互不影响。提交后由后台处理，进度见 GET /v1/imports/{id}。
         */
        post: operations["import_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看导入进度 */
        get: operations["import_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看未能导入的行 */
        get: operations["import_errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/errors.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载未能导入的行（CSV） */
        get: operations["import_errorsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incubators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 浏览孵化载体及在孵企业数 */
        get: operations["incubation_incubators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incubators/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一家孵化载体 */
        get: operations["incubation_incubator"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/indicator-values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看附表1 各指标的现值、截止日与出处
         * @description 能由本平台计算的给出现值；其余由部门填报或定性评价，为 null。
         */
        get: operations["indicatorValue_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看附表1 的 21 项指标 */
        get: operations["catalogue_indicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspection-findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看抽查发现 */
        get: operations["inspectionFinding_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspection-findings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一条抽查发现及提醒 */
        get: operations["inspectionFinding_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspection-findings/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复抽查发现 */
        post: operations["inspectionFinding_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspection-findings/{id}/conclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认整改或退回 */
        post: operations["inspectionFinding_conclude"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspection-findings/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对抽查发现作出决定 */
        post: operations["inspectionFinding_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspection-findings/{id}/rectification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 报告整改情况 */
        post: operations["inspectionFinding_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspection-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 浏览登记抽查计划 */
        get: operations["inspectionPlan_list"];
        put?: never;
        /**
         * 冻结一个登记抽查计划
         * @description 冻结总体名单并公布其哈希与种子来源，之后不能再改；种子公布后抽取一次。
         */
        post: operations["inspectionPlan_freeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspection-plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一个登记抽查计划 */
        get: operations["inspectionPlan_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspection-plans/{id}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看抽中的登记 */
        get: operations["inspectionPlan_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspection-plans/{id}/drawing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 以公布的种子抽取 */
        post: operations["inspectionPlan_draw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspection-plans/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提出抽查发现 */
        post: operations["inspectionPlan_raise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspection-plans/{id}/population": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看抽查的总体名单，供任何人复算 */
        get: operations["inspectionPlan_population"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspection-registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 稽核检索全部登记案件（含退回、不予登记、撤回与注销）
         * @description 按提交先后倒序。已登记合同的金额与分类检索见 GET /v1/registration-entries。
         */
        get: operations["inspectionRegistration_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/introductions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看与本单位有关的引荐 */
        get: operations["introduction_list"];
        put?: never;
        /** 把一项撮合的双方引荐给彼此 */
        post: operations["introduction_introduce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/introductions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一次引荐 */
        get: operations["introduction_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/introductions/{id}/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接受引荐 */
        post: operations["introduction_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/introductions/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 谢绝引荐 */
        post: operations["introduction_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/joint-conferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看联席会议的组成 */
        get: operations["catalogue_jointConferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger-proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看账簿历次自动核对的结果 */
        get: operations["ledger_proofs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 浏览挂牌 */
        get: operations["listing_list"];
        put?: never;
        /** 起草成果挂牌 */
        post: operations["listing_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看本单位的挂牌 */
        get: operations["listing_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一条挂牌 */
        get: operations["listing_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改挂牌草稿 */
        patch: operations["listing_amend"];
        trace?: never;
    };
    "/v1/listings/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发布挂牌
         * @description 国家设立的研发机构、高等院校以协议定价的，即开始不少于 15 日的公示；其他单位即时挂牌。
         */
        post: operations["listing_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings/{id}/signability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询挂牌现在能否签约
         * @description 公示期未满、有异议未处理或权利有瑕疵时，以问题答复说明依据、最后一日和办法。
         */
        get: operations["listing_signability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回挂牌 */
        post: operations["listing_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mandates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看本单位的委托 */
        get: operations["mandate_list"];
        put?: never;
        /** 经纪人提出委托 */
        post: operations["mandate_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mandates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一份委托 */
        get: operations["mandate_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mandates/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 委托单位接受委托 */
        post: operations["mandate_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mandates/{id}/commission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看委托的佣金：逐笔到账、计算与条文 */
        get: operations["commission_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mandates/{id}/conduct-finding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 认定经纪人隐瞒或虚报重要事实（不得请求报酬） */
        post: operations["commission_find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mandates/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 委托单位谢绝委托 */
        post: operations["mandate_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mandates/{id}/termination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 任一方终止委托 */
        post: operations["mandate_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/match-allocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 为对接日拟定洽谈安排：谁也不超过上限，总体最合适
         * @description 只作计算，不保存。同一场次中谁也不会有两场洽谈。
         */
        post: operations["matchFeedback_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/match-feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看各技术领域的答复统计 */
        get: operations["matchFeedback_byField"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/match-model-rollbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用学得的撮合模型，恢复出厂模型 */
        post: operations["matchEngine_rollBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/match-models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看撮合模型的各个版本及其重放成绩 */
        get: operations["matchEngine_listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/match-models/{id}/activation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 切换到一个曾通过重放的撮合模型版本 */
        post: operations["matchEngine_switchModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/match-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看重新撮合的进度 */
        get: operations["matchEngine_listRuns"];
        put?: never;
        /** 发起一次重新撮合 */
        post: operations["matchEngine_requestRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/match-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一次重新撮合的进度 */
        get: operations["matchEngine_getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matches/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接受一条撮合结果；双方都接受后建议引荐 */
        post: operations["matching_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matches/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 婉拒一条撮合结果并说明原因 */
        post: operations["matching_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/material-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看认定登记的材料种类及其出处 */
        get: operations["attachment_materialKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看我是谁 */
        get: operations["me_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/expert-profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看本人的专家名片 */
        get: operations["matchHelper_profile"];
        /**
         * 同意以专家身份公开姓名和简介，供需求方查找
         * @description 只公开此处填写的内容；随时可以撤回。
         */
        put: operations["matchHelper_consent"];
        post?: never;
        /** 撤回专家名片，不再公开 */
        delete: operations["matchHelper_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修改密码并结束其他会话 */
        put: operations["session_changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 浏览已核验的单位 */
        get: operations["organization_list"];
        put?: never;
        /** 注册单位及首个账号 */
        post: operations["organization_signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/unverified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看待核验的单位 */
        get: operations["organization_unverified"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一个单位 */
        get: operations["organization_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改本单位信息（核验前） */
        patch: operations["organization_amend"];
        trace?: never;
    };
    "/v1/organizations/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看单位成员 */
        get: operations["member_list"];
        put?: never;
        /** 邀请成员 */
        post: operations["member_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/members/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 调整成员角色 */
        patch: operations["member_changeRoles"];
        trace?: never;
    };
    "/v1/organizations/{id}/members/{personId}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束成员身份 */
        post: operations["member_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/members/{personId}/initial-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重置成员密码为一次性密码 */
        post: operations["member_resetSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回单位核验 */
        post: operations["organization_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复单位 */
        post: operations["organization_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用单位 */
        post: operations["organization_suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 通过单位核验 */
        post: operations["organization_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看本单位的专利 */
        get: operations["patent_list"];
        put?: never;
        /**
         * 登记专利
         * @description 核对专利号校验位与申请年份，按申请日所适用的法律计算期限。平台不与国家知识产权局联网，以单位申报为准。
         */
        post: operations["patent_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一项专利 */
        get: operations["patent_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改专利的质押、许可与关联成果 */
        patch: operations["patent_amend"];
        trace?: never;
    };
    "/v1/patents/{id}/legal-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申报专利法律状态变化 */
        post: operations["patent_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/disablement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用人员账号并立即结束其全部会话 */
        post: operations["person_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/enablement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复人员账号 */
        post: operations["person_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/procedure-stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看科技成果转移转化流程的七个环节 */
        get: operations["catalogue_procedureStages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/public-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 浏览公示 */
        get: operations["publicNotice_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/public-notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一条公示 */
        get: operations["publicNotice_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/public-notices/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看公示的异议
         * @description 公示单位和科技主管部门可见全部；提出异议的单位只见自己的。
         */
        get: operations["publicNotice_objections"];
        put?: never;
        /**
         * 对公示提出异议
         * @description 公示期内任何登录者都可以提出；提出后公示事项暂停办理，直到处理完毕。
         */
        post: operations["publicNotice_object"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/public-notices/{id}/objections/{objectionId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 处理异议
         * @description 由公示单位或科技主管部门的审核人员处理并说明理由：成立则挂牌终止，不成立则恢复公示。
         */
        post: operations["publicNotice_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reexaminations/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作出重新认定的结论（由原经办人以外的登记员） */
        post: operations["reexamination_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reexaminations/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回异议（提出人） */
        post: operations["reexamination_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registration-changes/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 复核大额或有争议的变更（第二人） */
        post: operations["registrationChange_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registration-changes/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予变更 */
        post: operations["registrationChange_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registration-changes/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核定变更后的类型与技术交易额 */
        post: operations["registrationChange_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registration-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看登记台账（统计数字的清单，也用于稽核检索） */
        get: operations["statistics_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registration-entries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出登记台账（CSV 或 XLSX，技术合同登记表的列）
         * @description 逐页写出，不限行数。CSV 以 UTF-8 带标记编码；文字不会被表格软件当作公式，编号、代码等像数字的文字写作 ="…"，表格软件因此不会改写（16 位编号、021 之类）；可原样、或经表格软件另存后再导入。
         */
        get: operations["statistics_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registration-entries/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 合计登记台账（与清单同一筛选） */
        get: operations["statistics_totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registration-entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一条登记台账 */
        get: operations["statistics_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registration-numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 核对某年度登记编号的使用 */
        get: operations["registrationOffice_numbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registration-offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看登记机构与服务的县区 */
        get: operations["registrationOffice_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registration-offices/{code}/staffing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看登记机构的岗位与提示 */
        get: operations["registrationOffice_staffing"];
        put?: never;
        /** 设置登记机构的全部岗位（负责人、B 角） */
        post: operations["registrationOffice_staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registration-refusal-grounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看不予登记的全部理由、所需依据与改正办法 */
        get: operations["registrationOffice_grounds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registration-reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看发给我的期限提醒（经办人与负责人） */
        get: operations["registrationOffice_reminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registration-rule-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看认定登记的规则、期限与大额标准 */
        get: operations["registrationOffice_ruleSets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看申报的利害关系（本人申报的；奖补、登记与审计人员看全部） */
        get: operations["relation_list"];
        put?: never;
        /** 申报利害关系，评审与登记据此回避 */
        post: operations["relation_declare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/relations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 终止一条利害关系 */
        post: operations["relation_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-accruals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看奖补计提（本机构、本人；奖补人员与审计人员看全部） */
        get: operations["reward_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-accruals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一项奖补计提：计算过程与逐笔记录 */
        get: operations["reward_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-accruals/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一项奖补计提的全部逐笔记录 */
        get: operations["reward_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看申报（自己的；奖补与审计人员看全部） */
        get: operations["rewardApplication_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-applications/{id}/exclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 评分阶段排除一名候选对象 */
        post: operations["rewardApplication_exclude"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-applications/{id}/formal-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 形式审查：受理或退回补正 */
        post: operations["rewardApplication_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-applications/{id}/recusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 评审专家申请回避一名候选对象 */
        post: operations["rewardApplication_recuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-applications/{id}/resubmission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补正后重新递交申报 */
        post: operations["rewardApplication_resubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-applications/{id}/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 评审专家评分（一经提交不再修改） */
        post: operations["rewardApplication_score"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-applications/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回申报 */
        post: operations["rewardApplication_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-awards/{id}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 记录一项奖补已支付 */
        post: operations["rewardApplication_pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看奖补政策：原文、来源与计算口径 */
        get: operations["reward_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-policy-versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看奖补政策的起草与发布版本 */
        get: operations["rewardPolicy_list"];
        put?: never;
        /** 起草奖补政策的新版本 */
        post: operations["rewardPolicy_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-policy-versions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一个政策版本，与前一版本逐条对照 */
        get: operations["rewardPolicy_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-policy-versions/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发布奖补政策版本（由起草人以外的奖补人员） */
        post: operations["rewardPolicy_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-policy-versions/{id}/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一个政策版本的历次试算 */
        get: operations["rewardPolicy_simulations"];
        put?: never;
        /** 用某年度的登记数据试算：若按此版本，谁得多少，与原版本差多少 */
        post: operations["rewardPolicy_simulate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-policy-versions/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回尚未施行的政策版本 */
        post: operations["rewardPolicy_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看各年度的奖补评审 */
        get: operations["rewardReview_list"];
        put?: never;
        /** 开立某年度的奖补评审 */
        post: operations["rewardReview_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一次评审：候选、专家、回避、评分与排名 */
        get: operations["rewardReview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-reviews/{id}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一次评审的申报 */
        get: operations["rewardApplication_ofReview"];
        put?: never;
        /** 申报奖补 */
        post: operations["rewardApplication_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-reviews/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批准（由开立与排名以外的人员） */
        post: operations["rewardReview_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-reviews/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 归档 */
        post: operations["rewardReview_archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-reviews/{id}/awards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一次评审批准的奖补（获奖者看自己的） */
        get: operations["rewardReview_awards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-reviews/{id}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办结没有获奖者的评审 */
        post: operations["rewardReview_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-reviews/{id}/panel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 评审专家查看候选对象（匿名）与自己的评分表 */
        get: operations["rewardReview_panel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-reviews/{id}/panelists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 指定评审专家，有利害关系的自动回避 */
        post: operations["rewardReview_appoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-reviews/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公示拟奖名单 */
        post: operations["rewardReview_publicize"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-reviews/{id}/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按评分排名；最后一名并列的，等待评审组裁定 */
        post: operations["rewardReview_rank"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-reviews/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不批准，退回评审 */
        post: operations["rewardReview_sendBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-reviews/{id}/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 冻结候选名单并进入评分 */
        post: operations["rewardReview_freeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-reviews/{id}/tie-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 记录评审组对并列的裁定 */
        post: operations["rewardReview_decideTie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-reviews/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废一次评审 */
        post: operations["rewardReview_voidReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 试算奖补：给出合同，算出暂计金额与理由 */
        post: operations["reward_simulate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看演示时钟（仅演示模式） */
        get: operations["sandboxClock_read"];
        put?: never;
        /**
         * 向前拨动演示时钟（仅演示模式）
         * @description 按天数（advanceDays）或到某一时刻（moveTo），一次最多 400 天，只能向前。各进程 0.5 秒内跟上。
         */
        post: operations["sandboxClock_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/saved-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看本人的已存检索 */
        get: operations["savedSearch_list"];
        put?: never;
        /** 保存一次检索，有新结果时提醒 */
        post: operations["savedSearch_save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/saved-searches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除一条已存检索及其提醒 */
        delete: operations["savedSearch_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 检索成果、需求、挂牌、机构或政策
         * @description 可以输入一个词，也可以输入一段话；拼音和拼音首字母也能找到。可按各项条件筛选、排序；每项条件的条数按其他条件计算。答复写明由哪个引擎给出；只列出此刻公开的内容。
         */
        get: operations["search_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search-alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看已存检索的新结果 */
        get: operations["savedSearch_alerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search-alerts/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 把一条提醒标为已读 */
        post: operations["savedSearch_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 输入时的检索建议
         * @description 至多十个词，来自此刻公开的内容；可输入汉字、拼音或拼音首字母。
         */
        get: operations["search_suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/seed-conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看方案中不一致之处（并列读法） */
        get: operations["catalogue_seedConflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看我的登录会话 */
        get: operations["session_list"];
        put?: never;
        /** 登录 */
        post: operations["session_signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 退出登录 */
        delete: operations["session_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 用刷新令牌续期
         * @description 每个刷新令牌只能用一次；重复使用视为被盗，整个会话立即结束。
         */
        post: operations["session_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 结束我的一个会话 */
        delete: operations["session_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 统计一个季度、累计或年度（按维度，含同比）
         * @description 按登记日期归期，以截止日结束时的状态为准，已注销的不计。一份合同只计一次、计全额；卖方或买方有多方时，归牵头的一方（登记表的卖方、买方）。县区管理员只见一方在本县区的合同。每行附清单地址。
         */
        get: operations["statistics_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics-editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 浏览统计期报（公开视图，小单元不公开） */
        get: operations["statisticsEdition_list"];
        put?: never;
        /**
         * 统计期报定稿（已有定稿时为修订）
         * @description 冻结截止日的清单与数字，任何人不能再改。再次定稿是修订：须写明原因，并显示与上一版的差异。
         */
        post: operations["statisticsEdition_freeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics-editions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一份统计期报（公开视图，小单元不公开） */
        get: operations["statisticsEdition_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics-editions/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 逐项查看修订版与上一版的差异 */
        get: operations["statisticsEdition_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics-editions/{id}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一份统计期报的全部数字及与上一版的差异 */
        get: operations["statisticsEdition_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics-editions/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打开统计期报中一个数字的清单（定稿时的内容） */
        get: operations["statisticsEdition_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics-editions/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 重新计算统计期报的清单与数字并核对 */
        get: operations["statisticsEdition_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看附表2 的重点任务（17 项 26 行） */
        get: operations["catalogue_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tech-envoy-coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看各村的科技特派员覆盖 */
        get: operations["techEnvoy_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tech-envoys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看科技特派员岗位（本人的；县区人员看本县区，奖补与审计人员看全部） */
        get: operations["techEnvoy_list"];
        put?: never;
        /** 选派科技特派员 */
        post: operations["techEnvoy_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tech-envoys/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束科技特派员岗位 */
        post: operations["techEnvoy_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tech-envoys/{id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 填写服务记录（特派员本人） */
        post: operations["techEnvoy_log"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenancies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看与本单位有关的在孵记录 */
        get: operations["incubation_mine"];
        put?: never;
        /** 申请入驻孵化载体 */
        post: operations["incubation_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenancies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一条在孵记录 */
        get: operations["incubation_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenancies/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 办理入驻、毕业或退出
         * @description 入驻、不予入驻、毕业由孵化载体办理；退出双方均可；撤销申请由企业办理。
         */
        post: operations["incubation_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenancies/{id}/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记在孵企业的里程碑 */
        post: operations["incubation_reach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看四区四带四园与主推技术 */
        get: operations["catalogue_zones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/zones/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一个示范区及其任务目标 */
        get: operations["catalogue_zone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptIntroductionDto: {
            /** @description 联系方式（双方都接受后才向对方公开） */
            contact: string;
        };
        AcceptanceDto: {
            /** @description 是否有争议 */
            disputed?: boolean;
        };
        AcceptanceView: {
            /**
             * Format: uuid
             * @description 接受方单位编号
             */
            organizationId: string;
            /**
             * Format: date-time
             * @description 接受时间
             */
            acceptedAt: string;
            /** @description 联系方式；双方都接受前只有本单位可见 */
            contact: string | null;
        };
        AchievementMatchListView: {
            /** @description 撮合结果，按得分从高到低，最多 50 条 */
            items: components["schemas"]["TitledMatchView"][];
            /**
             * @description 不参与撮合的原因；null 为参与撮合
             * @enum {string|null}
             */
            barred: "ownOrganization" | "declined" | "notPublic" | "secret" | "patentEnded" | "patentPledged" | "exclusivelyLicensed" | "regionExcluded" | "regionUnwanted" | null;
            /** @description 对结果的说明；不参与撮合时写明原因 */
            notice: string | null;
        };
        AchievementPage: {
            /** @description 本页内容 */
            items: components["schemas"]["AchievementView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        AchievementView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 持有单位编号
             */
            organizationId: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "disclosed" | "collected" | "registered" | "published" | "withdrawn" | "transferred";
            /** @description 成果名称 */
            title: string;
            /** @description 公开摘要 */
            summary: string | null;
            /** @description 技术领域 */
            field: string | null;
            /** @description 关键词 */
            keywords: string[];
            /** @description 技术成熟度（1–9），不清楚为 null */
            readinessLevel: number | null;
            /**
             * @description 农业成果阶段
             * @enum {string|null}
             */
            farmStage: "smallTrial" | "regionalTrial" | "demonstration" | "extension" | null;
            /** @description 县区代码 */
            countyCode: string | null;
            /** @description 示范区代码 */
            zoneCode: string | null;
            /** @description 转化方式 */
            transferModes: ("transfer" | "licence" | "equityContribution" | "cooperation" | "service")[];
            /** @description 意向价格 */
            price: components["schemas"]["MoneyView"] | null;
            /**
             * @description 成果类型
             * @enum {string|null}
             */
            kind: "applied" | "basic" | "softScience" | null;
            /** @description 成果登记号 */
            registrationNumber: string | null;
            /** @description 版本，用于 If-Match */
            version: number;
            /**
             * Format: date-time
             * @description 创建时间
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 发布时间
             */
            publishedAt: string | null;
        };
        AgreeDto: {
            /** @description 所接受报价的序号 */
            serial: number;
        };
        AgreementView: {
            /** @description 指什么：object 对象，process 工艺，effect 效果 */
            kind: string | null;
            /** @description 需求中的词 */
            needTerm: string;
            /** @description 成果中与之相应的词 */
            offerTerm: string;
            /** @description 在需求中的位置 */
            needPlaces: components["schemas"]["PlaceView"][];
            /** @description 在成果中的位置 */
            offerPlaces: components["schemas"]["PlaceView"][];
        };
        AmendAchievementDto: {
            /** @description 成果名称 */
            title?: string;
            /** @description 公开摘要（任何人可见，不得含商业秘密） */
            summary?: string;
            /** @description 详细说明（仅本单位与科技主管部门可见） */
            detail?: string;
            /** @description 联系方式（仅本单位与科技主管部门可见） */
            contact?: string;
            /** @description 技术领域 */
            field?: string;
            /** @description 关键词 */
            keywords?: string[];
            /** @description 技术成熟度（1–9，不清楚则留空） */
            readinessLevel?: number;
            /**
             * @description 农业成果阶段（小试、区域试验、示范、推广）
             * @enum {string}
             */
            farmStage?: "smallTrial" | "regionalTrial" | "demonstration" | "extension";
            /** @description 县区代码 */
            countyCode?: string;
            /** @description 示范区代码 */
            zoneCode?: string;
            /** @description 转化方式 */
            transferModes?: string[];
            /** @description 意向价格（元） */
            priceYuan?: string;
            /** @description 涉密（涉密成果不得公开） */
            secret?: boolean;
            /** @description 贵方编号（批量更新时的键） */
            externalKey?: string;
            /** @description 完成人及份额（按贡献排序，合计 10000） */
            inventors?: components["schemas"]["InventorDto"][];
        };
        AmendContractDto: {
            /** @description 项目名称 */
            title?: string;
            /**
             * @description 合同类型（开发、转让、许可、咨询、服务）
             * @enum {string}
             */
            type?: "development" | "transfer" | "licence" | "consulting" | "service";
            /**
             * @description 合同子类
             * @enum {string}
             */
            subType?: "commissioned" | "cooperative" | "conversion" | "patentRight" | "patentApplicationRight" | "technicalSecret" | "layoutDesign" | "plantVariety" | "softwareCopyright" | "patent" | "feasibilityStudy" | "technologyForecast" | "specialSurvey" | "analysisReport" | "general" | "training" | "intermediation";
            /** @description 成交总额（元） */
            contractValueYuan?: string;
            /** @description 非技术性款项（分项，没有时为空列表） */
            nonTechnologyItems?: components["schemas"]["NonTechnologyItemDto"][];
            /** @description 申报的技术交易额（元），不填按分项计算 */
            declaredTechnologyValueYuan?: string;
            /**
             * Format: date
             * @description 有效期自
             */
            validFrom?: string;
            /**
             * Format: date
             * @description 有效期至
             */
            validUntil?: string;
            /** @description 是否关联交易 */
            relatedParty?: boolean;
            /** @description 经纪人份额，不填按洽谈记载 */
            brokerage?: components["schemas"]["BrokerageShareDto"][];
            /** @description 当事人（多方时列出全部，含洽谈双方），不填为洽谈双方 */
            parties?: components["schemas"]["PartyDto"][];
            /** @description 涉及的知识产权 */
            rights?: components["schemas"]["ContractRightDto"][];
            /** @description 许可方式、地域与期限（仅技术许可） */
            licence?: components["schemas"]["LicenceDto"];
            /** @description 支付安排 */
            payment?: components["schemas"]["PaymentDto"];
            /** @description 外币金额与汇率，不填为人民币 */
            currency?: components["schemas"]["CurrencyDto"];
            /** @description 登记表分类代码 */
            classification?: components["schemas"]["ClassificationDto"];
            /** @description 预计新增投入（元），技术转让登记时须填 */
            expectedInvestmentYuan?: string;
            /** @description 预计新增产值（元），技术转让登记时须填 */
            expectedOutputYuan?: string;
            /** @description 是否涉外 */
            foreign?: boolean;
            /** @description 是否涉密（涉密合同不能在线办理） */
            secret?: boolean;
            /** @description 合同条款 */
            clauses?: components["schemas"]["ClauseDto"][];
        };
        AmendDemandDto: {
            /** @description 需求名称 */
            title?: string;
            /** @description 需求描述 */
            summary?: string;
            /** @description 技术领域 */
            field?: string;
            /** @description 县区代码 */
            countyCode?: string;
            /** @description 示范区代码 */
            zoneCode?: string;
            /** @description 预算（元） */
            budgetYuan?: string;
            /** @description 希望的合作方式（不限则留空） */
            transferModes?: string[];
            /**
             * Format: date
             * @description 希望用上的日期
             */
            neededBy?: string;
            /** @description 希望的最低技术成熟度（1–9） */
            leastReadinessLevel?: number;
            /** @description 排除的地区（县区代码；省、市用其本身的代码，例如 610000） */
            excludedRegionCodes?: string[];
            /**
             * Format: date
             * @description 有效期至
             */
            validUntil?: string;
            /** @description 贵方编号（批量更新时的键） */
            externalKey?: string;
        };
        AmendListingDto: {
            /**
             * @description 定价方式（协议定价、挂牌交易、拍卖）；国家设立的研发机构、高等院校必填
             * @enum {string}
             */
            pricingMethod?: "negotiated" | "listed" | "auction";
            /**
             * @description 转化方式（转让、许可、作价投资、合作实施、技术服务）
             * @enum {string}
             */
            transferMode?: "transfer" | "licence" | "equityContribution" | "cooperation" | "service";
            /** @description 拟交易价格（元） */
            priceYuan?: string;
            /** @description 拟受让方与完成人有关联关系 */
            relatedParty?: boolean;
            /** @description 公示日数（少于法定日数时按法定日数） */
            noticeDays?: number;
            /**
             * Format: date
             * @description 挂牌有效期至
             */
            validUntil?: string;
        };
        AmendOrganizationDto: {
            /** @description 单位名称 */
            name?: string;
            /** @description 统一社会信用代码 */
            creditCode?: string;
            /** @description 校验不符时的说明 */
            creditCodeOverride?: string;
            /** @description 县区代码 */
            countyCode?: string;
        };
        AmendPatentDto: {
            /**
             * Format: uuid
             * @description 所保护的成果编号，null 为解除
             */
            achievementId?: string;
            /** @description 已质押 */
            pledged?: boolean;
            /** @description 质权人同意转让或许可 */
            pledgeeConsents?: boolean;
            /**
             * @description 有效的最强许可（无、普通、排他、独占）
             * @enum {string}
             */
            licence?: "none" | "ordinary" | "sole" | "exclusive";
        };
        AmountChangeView: {
            /** @description 原金额 */
            before: components["schemas"]["MoneyView"];
            /** @description 新金额 */
            after: components["schemas"]["MoneyView"];
            /** @description 差额 */
            difference: components["schemas"]["MoneyView"];
        };
        AmountSupplementPage: {
            /** @description 本页内容 */
            items: components["schemas"]["AmountSupplementView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        AmountSupplementView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /** @description 成交总额 */
            contractValue: components["schemas"]["MoneyView"];
            /** @description 技术交易额 */
            technologyValue: components["schemas"]["MoneyView"];
            /** @description 补充依据 */
            reason: string;
            /**
             * Format: uuid
             * @description 提出的单位
             */
            statedByOrganizationId: string;
            /**
             * Format: date-time
             * @description 提出时间
             */
            statedAt: string;
            /**
             * Format: uuid
             * @description 确认的单位
             */
            confirmedByOrganizationId: string | null;
            /**
             * Format: date-time
             * @description 确认时间
             */
            confirmedAt: string | null;
        };
        AnswerDto: {
            /** @description 答复 */
            text: string;
        };
        AnswersDto: {
            /** @description 回答 */
            answers: components["schemas"]["AnswerDto"][];
        };
        ApiKeyListView: {
            /** @description 有效的密钥 */
            items: components["schemas"]["ApiKeyView"][];
        };
        ApiKeyView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /** @description 用途 */
            name: string;
            /** @description 密钥开头 */
            hint: string;
            /** @description 权限范围 */
            scopes: string[];
            /**
             * Format: date-time
             * @description 创建时间
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 失效时间
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description 最近使用时间（精确到分钟）
             */
            lastUsedAt: string | null;
        };
        ApplyForRewardDto: {
            /** @description 申报说明（评审组匿名审阅，请勿写明单位或姓名） */
            statement: string;
            /** @description 证明材料名称 */
            evidence?: string[];
        };
        ApplyTenancyDto: {
            /**
             * Format: uuid
             * @description 孵化载体（单位）编号
             */
            incubatorOrganizationId: string;
            /** @description 入驻计划 */
            plan: string;
        };
        AppointPanelistDto: {
            /**
             * Format: uuid
             * @description 人员编号
             */
            personId: string;
        };
        AppropriateDto: {
            /**
             * @description 基金（缺省 conversionFund 专项引导基金；envoyFund 科技特派员补助）
             * @enum {string}
             */
            fund?: "conversionFund" | "envoyFund";
            /** @description 年度 */
            fiscalYear: number;
            /** @description 下达金额（元） */
            amountYuan: string;
            /** @description 批复文号 */
            documentNumber: string;
        };
        ApproveReviewDto: {
            /** @description 审批意见 */
            reason: string;
            /** @description 承接企业奖补的金额（其他项目不填） */
            amounts?: components["schemas"]["AwardAmountDto"][];
        };
        AttachmentPage: {
            /** @description 本页内容 */
            items: components["schemas"]["AttachmentView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        AttachmentView: {
            /**
             * Format: uuid
             * @description 附件编号
             */
            id: string;
            /**
             * @description 所属对象
             * @enum {string}
             */
            subjectKind: "contract" | "contractRegistration";
            /**
             * Format: uuid
             * @description 所属对象的编号
             */
            subjectId: string;
            /**
             * @description 材料种类
             * @enum {string}
             */
            materialKind: "contractText" | "registrationForm" | "sellerRegistration" | "legalRepresentativeMandate" | "planConsent" | "approvalDocument" | "rightCertificate" | "technologyIncomeForm" | "supplement" | "payment" | "acceptance" | "other";
            /** @description 文件名 */
            fileName: string;
            /** @description 由内容识别的类型 */
            mediaType: string;
            /** @description 大小（字节） */
            sizeBytes: number;
            /** @description 内容的 SHA-256 */
            sha256: string;
            /**
             * @description 病毒扫描：unscanned 未扫描（平台未接入扫描器，请自行防护）
             * @enum {string}
             */
            scanState: "unscanned";
            /**
             * Format: uuid
             * @description 上传单位
             */
            organizationId: string;
            /**
             * Format: date-time
             * @description 上传时间
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 移除时间
             */
            removedAt: string | null;
        };
        AuditRecordPage: {
            /** @description 本页内容 */
            items: components["schemas"]["AuditRecordView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        AuditRecordView: {
            /** @description 记录号 */
            id: string;
            /** @description 在审计链中的序号，尚未封存时为 null */
            sequence: string | null;
            /**
             * Format: date-time
             * @description 时间
             */
            at: string;
            /** @description 动作 */
            action: string;
            /** @description 对象种类 */
            subjectKind: string;
            /**
             * Format: uuid
             * @description 对象编号
             */
            subjectId: string;
            /** @description 操作人编号 */
            personId: string | null;
            /** @description 操作单位编号 */
            organizationId: string | null;
            /**
             * @description 操作者类别
             * @enum {string}
             */
            actorKind: "person" | "anonymous" | "system";
            /** @description 身份方式（session、apiKey）或系统任务名 */
            actorName: string;
            /** @description 请求编号 */
            requestId: string;
            /** @description 来源网络地址，系统任务为空 */
            address: string;
            /** @description 变更前状态 */
            fromState: string | null;
            /** @description 变更后状态 */
            toState: string | null;
            /** @description 原因 */
            reason: string | null;
            /** @description 变更前内容的 SHA-256 */
            beforeHash: string | null;
            /** @description 变更后内容的 SHA-256 */
            afterHash: string | null;
        };
        AwardAmountDto: {
            /**
             * Format: uuid
             * @description 申报编号
             */
            applicationId: string;
            /** @description 金额（元） */
            amountYuan: string;
            /** @description 理由 */
            reason: string;
        };
        BreakOffDto: {
            /** @description 终止原因 */
            reason: string;
        };
        BrokerageShareDto: {
            /**
             * Format: uuid
             * @description 经纪人编号
             */
            brokerPersonId: string;
            /**
             * Format: uuid
             * @description 服务机构编号
             */
            agencyOrganizationId: string;
            /** @description 份额（万分之几） */
            shareBasisPoints: number;
        };
        BrokerageView: {
            /**
             * Format: uuid
             * @description 经纪人编号
             */
            brokerPersonId: string;
            /**
             * Format: uuid
             * @description 服务机构编号
             */
            agencyOrganizationId: string;
            /** @description 份额（万分之几） */
            shareBasisPoints: number;
        };
        BudgetLineView: {
            /**
             * @description 基金
             * @enum {string}
             */
            fund: "conversionFund" | "envoyFund";
            /** @description 基金名称 */
            title: string;
            /** @description 年度 */
            fiscalYear: number;
            /** @description 已下达 */
            appropriated: components["schemas"]["MoneyView"];
            /** @description 已暂计 */
            committed: components["schemas"]["MoneyView"];
            /** @description 已兑付 */
            paid: components["schemas"]["MoneyView"];
            /** @description 应收回 */
            receivable: components["schemas"]["MoneyView"];
            /** @description 是否低于方案规定的每年最低预算 */
            belowMinimum: boolean;
            /** @description 可用 */
            available: components["schemas"]["MoneyView"];
        };
        BudgetLinesView: {
            /** @description 各年度预算，新的在前 */
            items: components["schemas"]["BudgetLineView"][];
        };
        CancelContractDto: {
            /** @description 取消或解除原因 */
            reason: string;
        };
        CertificateAmountView: {
            /** @description 小写（元） */
            yuan: string;
            /** @description 大写 */
            capitals: string;
        };
        CertificateContentView: {
            /** @description 证明名称 */
            kind: string;
            /** @description 登记编号 */
            registrationNumber: string;
            /** @description 项目名称 */
            title: string;
            /** @description 合同类型 */
            contractType: string;
            /** @description 卖方 */
            sellers: components["schemas"]["CertificatePartyView"][];
            /** @description 买方 */
            buyers: components["schemas"]["CertificatePartyView"][];
            /**
             * Format: date
             * @description 签订日期
             */
            signedOn: string | null;
            /**
             * Format: date
             * @description 有效期至
             */
            validUntil: string | null;
            /** @description 成交额 */
            contractValue: components["schemas"]["CertificateAmountView"];
            /** @description 核定技术交易额 */
            technologyValue: components["schemas"]["CertificateAmountView"];
            /** @description 登记机构 */
            office: string;
            /** @description 登记员 */
            registrar: string;
            /** @description 复核员 */
            reviewer: string | null;
            /**
             * Format: date
             * @description 登记日期
             */
            registeredOn: string;
            /** @description 核验码 */
            verificationCode: string;
            /** @description 版次 */
            edition: string;
            /** @description 所取代的前一版的核验码 */
            replaces: string | null;
        };
        CertificateKeyView: {
            /** @description 公钥编号 */
            id: string;
            /** @description 算法 */
            algorithm: string;
            /** @description 公钥（PEM，SPKI） */
            publicKey: string;
        };
        CertificateKeysView: {
            /** @description 曾经使用的全部公钥 */
            items: components["schemas"]["CertificateKeyView"][];
        };
        CertificatePartyView: {
            /** @description 名称 */
            name: string;
            /** @description 统一社会信用代码 */
            creditCode: string;
        };
        CertificateVerdictView: {
            /** @description 签名是否成立，即内容一字未改 */
            signatureValid: boolean;
            /** @description 证明的现状 */
            certificate: components["schemas"]["PublicCertificateView"] | null;
        };
        CertificateView: {
            /**
             * @description 状态：valid 有效，changed 已变更（以新版为准），cancelled 已注销
             * @enum {string}
             */
            state: "valid" | "changed" | "cancelled";
            /** @description 版次 */
            edition: number;
            /** @description 证明内容 */
            content: components["schemas"]["CertificateContentView"];
            /** @description 签名原文：内容的规范 JSON（RFC 8785） */
            signedText: string;
            /** @description 内容的 SHA-256 */
            contentHash: string;
            /** @description Ed25519 签名（base64url） */
            signature: string;
            /** @description 公钥编号 */
            keyId: string;
        };
        ChainFaultView: {
            /**
             * @description 异常种类
             * @enum {string}
             */
            kind: "recordChanged" | "recordMissing" | "linkMissing" | "recordNotSealed" | "anchorMismatch" | "tailMissing" | "anchorMissing" | "anchorDamaged";
            /** @description 最早的异常序号 */
            sequence: number | null;
            /** @description 异常范围的终点；只有一条时为 null */
            through: number | null;
            /** @description 异常的记录号 */
            recordId: string | null;
        };
        ChainHeadPartView: {
            /** @description 序号 */
            count: number;
            /** @description 该处的链上哈希 */
            head: string;
        };
        ChainHeadView: {
            /** @description 已封存的记录数 */
            count: number;
            /** @description 链头：最后一条记录的链上哈希 */
            head: string;
            /**
             * Format: date-time
             * @description 封存时间，尚无封存时为 null
             */
            at: string | null;
        };
        ChainVerificationView: {
            /** @description 所核验的部分是否完好 */
            sound: boolean;
            /** @description 核验的起始序号 */
            from: number;
            /** @description 核验的条数 */
            checked: number;
            /** @description 核验到的链头 */
            head: components["schemas"]["ChainHeadPartView"];
            /** @description 锚文件确认到的序号，0 为没有 */
            anchoredCount: number;
            /** @description 尚未封存的记录数；只核验一段时为 null */
            pending: number | null;
            /** @description 下一段的起始序号；已到链尾为 null */
            nextFrom: number | null;
            /** @description 第一处异常 */
            fault: components["schemas"]["ChainFaultView"] | null;
        };
        ChangePasswordDto: {
            /** @description 原密码 */
            currentPassword: string;
            /** @description 新密码 */
            newPassword: string;
        };
        ChangeRequestDto: {
            /** @description 变更后的项目名称 */
            title?: string;
            /** @description 变更后的成交额（元） */
            contractValueYuan?: string;
            /** @description 变更后申报的技术交易额（元） */
            declaredTechnologyValueYuan?: string;
            /** @description 变更后的非技术性款项（全部列出） */
            nonTechnologyItems?: components["schemas"]["ChangedItemDto"][];
            /**
             * Format: date
             * @description 变更后的有效期至
             */
            validUntil?: string;
            /** @description 变更后是否关联交易 */
            relatedParty?: boolean;
            /** @description 变更理由 */
            reason: string;
            /** @description 变更证明 */
            evidence: string[];
        };
        ChangeVerificationDto: {
            /** @description 重新核定的技术交易额（元） */
            verifiedTechnologyValueYuan: string;
            /**
             * @description 核定合同类型
             * @enum {string}
             */
            type: "development" | "transfer" | "licence" | "consulting" | "service";
            /** @description 理由（与申报不一致时必填） */
            reason?: string;
        };
        ChangedItemDto: {
            /**
             * @description 非技术性款项种类
             * @enum {string}
             */
            kind: "equipment" | "instrument" | "parts" | "rawMaterial" | "civilWorks" | "travel" | "other";
            /** @description 金额（元） */
            amountYuan: string;
            /** @description 属于合理数量的载体 */
            withinReasonableCarrier: boolean;
        };
        ChangedLineView: {
            /** @description 登记编号 */
            registrationNumber: string;
            /**
             * @description 变动
             * @enum {string}
             */
            change: "added" | "removed" | "changed";
            /** @description 修订前 */
            before: components["schemas"]["RegistrationEntryView"] | null;
            /** @description 修订后 */
            after: components["schemas"]["RegistrationEntryView"] | null;
        };
        ChangesView: {
            /** @description 至多 100 条，按登记编号排列；下一页从最后一个编号之后取 */
            items: components["schemas"]["ChangedLineView"][];
        };
        CheckApplicationDto: {
            /**
             * @description 结果：accept 受理，return 退回补正
             * @enum {string}
             */
            outcome: "accept" | "return";
            /** @description 审查意见 */
            findings: string;
            /** @description 核实的效益（元，缺省 0） */
            benefitYuan?: string;
        };
        CheckDescriptionDto: {
            /**
             * @description 类别：demand 技术需求，achievement 科技成果
             * @enum {string}
             */
            kind: "demand" | "achievement";
            /** @description 名称 */
            title: string;
            /** @description 描述或公开摘要 */
            summary?: string;
            /** @description 技术领域 */
            field?: string;
        };
        CheckTextDto: {
            /**
             * @description 合同类型
             * @enum {string}
             */
            type: "development" | "transfer" | "licence" | "consulting" | "service";
            /** @description 合同条款文本 */
            text: string;
        };
        ClassificationDto: {
            /** @description 技术领域代码 */
            technologyField?: string;
            /** @description 计划类别代码 */
            planCategory?: string;
            /** @description 社会经济目标代码 */
            socioEconomicGoal?: string;
            /** @description 服务的国民经济行业门类 */
            industry?: string;
        };
        ClassificationView: {
            /** @description 技术领域 */
            technologyField: string | null;
            /** @description 计划类别 */
            planCategory: string | null;
            /** @description 社会经济目标 */
            socioEconomicGoal: string | null;
            /** @description 国民经济行业门类 */
            industry: string | null;
        };
        ClauseCheckView: {
            /** @description 说明 */
            note: string;
            /** @description 需要留意之处 */
            findings: components["schemas"]["ClauseFindingView"][];
        };
        ClauseDto: {
            /**
             * @description 条款（标的、履行、保密、风险、成果归属、后续改进、验收、支付、违约、争议、名词解释、其他）
             * @enum {string}
             */
            kind: "subject" | "performance" | "confidentiality" | "risk" | "ownership" | "improvement" | "acceptance" | "payment" | "breach" | "disputes" | "definitions" | "other";
            /** @description 条款正文 */
            text: string;
        };
        ClauseFindingView: {
            /** @description 代码 */
            code: string;
            /**
             * @description 种类（缺少条款、非法垄断、不公平、登记表缺项、提醒）
             * @enum {string}
             */
            group: "missing" | "monopoly" | "unfair" | "form" | "reminder";
            /** @description 事项 */
            title: string;
            /**
             * @description 所在条款
             * @enum {string|null}
             */
            clause: "subject" | "performance" | "confidentiality" | "risk" | "ownership" | "improvement" | "acceptance" | "payment" | "breach" | "disputes" | "definitions" | "other" | null;
            /** @description 有关原文 */
            excerpt: string | null;
            /** @description 依据 */
            article: string;
            /** @description 如何改正 */
            repair: string;
        };
        ClauseView: {
            /**
             * @description 条款
             * @enum {string}
             */
            kind: "subject" | "performance" | "confidentiality" | "risk" | "ownership" | "improvement" | "acceptance" | "payment" | "breach" | "disputes" | "definitions" | "other";
            /** @description 正文 */
            text: string;
        };
        ClockView: {
            /**
             * Format: date-time
             * @description 市场时间
             */
            now: string;
            /**
             * Format: date
             * @description 市场日期（北京时间）
             */
            date: string;
            /** @description 比机器时间早走的毫秒数 */
            offsetMs: string;
        };
        CloseMandateDto: {
            /** @description 原因 */
            reason: string;
        };
        CodeConfirmationDto: {
            /** @description 统一社会信用代码 */
            creditCode: string;
            /** @description 核实依据 */
            evidence: string;
        };
        CodeConfirmationView: {
            /** @description 统一社会信用代码 */
            creditCode: string;
            /** @description 核实依据 */
            evidence: string;
            /**
             * Format: date-time
             * @description 核实时间
             */
            confirmedAt: string;
        };
        CodeListView: {
            /**
             * @description 代码表
             * @enum {string}
             */
            id: "partyNature" | "country" | "technologyField" | "rightKind" | "planCategory" | "socioEconomicGoal" | "industry" | "paymentManner" | "currency";
            /** @description 名称 */
            title: string;
            /** @description 来源 */
            source: string;
            /**
             * @description 核对程度（读过原文、转载、未读到）
             * @enum {string}
             */
            evidence: "read" | "secondary" | "unread";
            /** @description 只列常用代码，其他代码也接受 */
            open: boolean;
            /**
             * Format: date
             * @description 适用自
             */
            effectiveFrom: string;
            /**
             * Format: date
             * @description 适用至
             */
            effectiveTo: string | null;
            /** @description 代码 */
            codes: components["schemas"]["CodeView"][];
        };
        CodeListsView: {
            /** @description 代码表 */
            items: components["schemas"]["CodeListView"][];
        };
        CodeView: {
            /** @description 代码 */
            code: string;
            /** @description 名称 */
            name: string;
        };
        CommissionLineView: {
            /**
             * Format: uuid
             * @description 收款编号
             */
            receiptId: string | null;
            /**
             * Format: date
             * @description 到账日
             */
            on: string;
            /** @description 到账金额 */
            received: components["schemas"]["MoneyView"];
            /** @description 本笔到期佣金 */
            due: components["schemas"]["MoneyView"];
            /** @description 累计到期佣金 */
            total: components["schemas"]["MoneyView"];
        };
        CommissionPartView: {
            /**
             * Format: uuid
             * @description 经纪人
             */
            brokerPersonId: string;
            /** @description 应得 */
            amount: components["schemas"]["MoneyView"];
        };
        CommissionView: {
            /**
             * Format: uuid
             * @description 合同编号
             */
            contractId: string | null;
            /** @description 合同名称 */
            title: string | null;
            /** @description 已到期佣金 */
            due: components["schemas"]["MoneyView"];
            /** @description 全部到账后的佣金（按实际到账计的为 null） */
            expected: components["schemas"]["MoneyView"] | null;
            /** @description 逐笔 */
            lines: components["schemas"]["CommissionLineView"][];
            /** @description 按约定份额分给经纪人 */
            parts: components["schemas"]["CommissionPartView"][];
            /** @description 留机构 */
            agency: components["schemas"]["MoneyView"];
            /** @description 理由与条文 */
            reasons: string[];
        };
        CommissionsView: {
            /** @description 逐份合同 */
            items: components["schemas"]["CommissionView"][];
        };
        ComparedView: {
            /** @description 本期；不足 3 项的单元不公开，为 null */
            current: components["schemas"]["SumsView"] | null;
            /** @description 上年同期（同一截止日的状态） */
            previous: components["schemas"]["SumsView"] | null;
            /** @description 同比 */
            yearOnYear: components["schemas"]["YearOnYearView"];
        };
        ComparisonView: {
            /** @description 较早的版本 */
            from: number;
            /** @description 较晚的版本 */
            to: number;
            /** @description 不同之处 */
            changes: components["schemas"]["VersionChangeView"][];
        };
        ComponentView: {
            /**
             * @description 状态
             * @enum {string}
             */
            state: "ok" | "degraded" | "down";
            /**
             * @description 部分
             * @enum {string}
             */
            name: "database" | "queue" | "search" | "outbox" | "audit";
            /** @description 所用的引擎 */
            kind: string | null;
            /** @description 落后的秒数 */
            lagSeconds: number | null;
        };
        ConcludeFindingDto: {
            /**
             * @description 决定：确认整改或退回
             * @enum {string}
             */
            decision: "confirm" | "sendBack";
            /** @description 理由 */
            reason: string;
            /**
             * Format: date
             * @description 退回时的新期限
             */
            dueOn?: string;
        };
        ConductFindingDto: {
            /** @description 认定的事实与依据 */
            reason: string;
        };
        ContractPage: {
            /** @description 本页内容 */
            items: components["schemas"]["ContractView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        ContractPartyView: {
            /**
             * @description 当事人身份
             * @enum {string}
             */
            role: "seller" | "buyer" | "intermediary";
            /**
             * Format: uuid
             * @description 单位编号
             */
            organizationId: string;
            /** @description 名称（起草时） */
            name: string;
            /** @description 统一社会信用代码 */
            creditCode: string;
            /** @description 县区代码 */
            countyCode: string;
            /** @description 国别（地区）代码 */
            countryCode: string;
            /** @description 买方、卖方性质代码 */
            natureCode: string | null;
            /**
             * Format: date-time
             * @description 签署时间
             */
            signedAt: string | null;
            /**
             * Format: date-time
             * @description 同意解除的时间
             */
            endingAgreedAt: string | null;
        };
        ContractRegistrationPage: {
            /** @description 本页内容 */
            items: components["schemas"]["ContractRegistrationView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        ContractRegistrationView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 技术合同编号
             */
            contractId: string;
            /**
             * Format: uuid
             * @description 申请单位编号
             */
            organizationId: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "draft" | "filed" | "withdrawn" | "returned" | "accepted" | "underReview" | "supplementRequested" | "expertReview" | "secondReview" | "registered" | "refused" | "cancelled";
            /** @description 平台编号（以 QY- 开头，不是登记编号） */
            provisionalNumber: string;
            /**
             * @description 现由谁办理
             * @enum {string}
             */
            holder: "registrationOffice" | "seller" | "reviewer" | "experts" | "nobody";
            /**
             * Format: uuid
             * @description 经办登记员编号
             */
            holderPersonId: string | null;
            /**
             * Format: date-time
             * @description 现办理方自何时起办理
             */
            heldSince: string;
            /** @description 距期限天数（按期限自身的单位；负数为逾期） */
            daysLeft: number | null;
            /**
             * @description 期限单位
             * @enum {string|null}
             */
            daysLeftUnit: "day" | "workingDay" | null;
            /** @description 是否逾期 */
            overdue: boolean;
            /**
             * @description 登记效力
             * @enum {string|null}
             */
            standing: "valid" | "changed" | "cancelled" | null;
            /** @description 登记版次：0 为尚未登记，1 为首次登记，此后每变更一次加一 */
            revision: number;
            /**
             * Format: date-time
             * @description 最近一次变更登记的时间
             */
            changedAt: string | null;
            /** @description 是否技术进口合同（由境内买方申请） */
            technologyImport: boolean;
            /** @description 合同文本的 SHA-256 */
            contractTextSha256: string | null;
            /** @description 经核实的统一社会信用代码 */
            codeConfirmations: components["schemas"]["CodeConfirmationView"][];
            /** @description 项目名称 */
            title: string;
            /** @description 登记点代码 */
            office: string;
            /** @description 落地情况 */
            landing: components["schemas"]["LandingView"];
            /** @description 是否有争议 */
            disputed: boolean;
            /** @description 适用规则（按受理日） */
            ruleSet: components["schemas"]["RuleSetView"] | null;
            /**
             * Format: date
             * @description 受理日（补正后重新起算）
             */
            acceptedOn: string | null;
            /**
             * Format: date
             * @description 办结期限
             */
            dueOn: string | null;
            /** @description 期限说明 */
            dueNote: string | null;
            /** @description 需补正的内容 */
            supplementRequest: string | null;
            /** @description 历次补正 */
            supplements: components["schemas"]["SupplementView"][];
            /** @description 成交额 */
            contractValue: components["schemas"]["MoneyView"];
            /** @description 申报技术交易额 */
            declaredTechnologyValue: components["schemas"]["MoneyView"];
            /** @description 核定技术交易额 */
            verifiedTechnologyValue: components["schemas"]["MoneyView"] | null;
            /**
             * @description 申报合同类型
             * @enum {string}
             */
            declaredType: "development" | "transfer" | "licence" | "consulting" | "service";
            /**
             * @description 核定合同类型
             * @enum {string|null}
             */
            verifiedType: "development" | "transfer" | "licence" | "consulting" | "service" | null;
            /** @description 核定理由 */
            determinationReason: string | null;
            /** @description 登记编号（16 位） */
            registrationNumber: string | null;
            /**
             * Format: date-time
             * @description 登记时间
             */
            registeredAt: string | null;
            /** @description 不予登记的理由 */
            refusalGrounds: components["schemas"]["StatedGroundView"][];
            /** @description 退回或注销的理由 */
            closingReason: string | null;
            /** @description 合同已解除，待登记机构注销登记 */
            cancellationDue: boolean;
            /**
             * Format: date-time
             * @description 合同解除时间
             */
            contractEndedAt: string | null;
            /** @description 金额尚未确定（提成合同），核定后仍须补充 */
            amountsOpen: boolean;
            /** @description 双方已确认金额，待登记主体申请变更登记 */
            changeDue: boolean;
            /** @description 双方确认的成交总额 */
            settledContractValue: components["schemas"]["MoneyView"] | null;
            /** @description 双方确认的技术交易额 */
            settledTechnologyValue: components["schemas"]["MoneyView"] | null;
            /**
             * @description 在办的变更申请
             * @enum {string|null}
             */
            openChange: "requested" | "verified" | null;
            /** @description 版本 */
            version: number;
            /**
             * Format: date-time
             * @description 申请时间
             */
            createdAt: string;
        };
        ContractRightDto: {
            /**
             * @description 知识产权类型
             * @enum {string}
             */
            kind: "technicalSecret" | "inventionPatent" | "utilityModelPatent" | "designPatent" | "softwareCopyright" | "newVariety" | "layoutDesign" | "newBiomedicine";
            /** @description 名称 */
            title: string;
            /** @description 专利号、登记号等 */
            number?: string;
            /** @description 权利人或申请人 */
            holder?: string;
            /**
             * Format: date
             * @description 申请日
             */
            filedOn?: string;
            /**
             * Format: date
             * @description 权利期限届满日，不填按法定期限计算
             */
            expiresOn?: string;
            /**
             * @description 法律状态（申请中、有效、终止或届满、无效）；本市场登记的专利以登记为准
             * @enum {string}
             */
            state: "pending" | "inForce" | "ended" | "invalid";
            /**
             * Format: date
             * @description 该项权利许可至
             */
            licensedUntil?: string;
        };
        ContractRightView: {
            /**
             * @description 知识产权类型
             * @enum {string}
             */
            kind: "technicalSecret" | "inventionPatent" | "utilityModelPatent" | "designPatent" | "softwareCopyright" | "newVariety" | "layoutDesign" | "newBiomedicine";
            /** @description 名称 */
            title: string;
            /** @description 专利号、登记号等 */
            number: string | null;
            /** @description 权利人或申请人 */
            holder: string | null;
            /**
             * Format: date
             * @description 申请日
             */
            filedOn: string | null;
            /**
             * Format: date
             * @description 届满日
             */
            expiresOn: string | null;
            /**
             * @description 法律状态
             * @enum {string}
             */
            state: "pending" | "inForce" | "ended" | "invalid";
            /**
             * Format: uuid
             * @description 本市场专利登记编号
             */
            patentId: string | null;
            /**
             * Format: date
             * @description 该项权利许可至
             */
            licensedUntil: string | null;
        };
        ContractVersionPage: {
            /** @description 本页内容 */
            items: components["schemas"]["ContractVersionView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        ContractVersionView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /** @description 版本 */
            version: number;
            /** @description 文本摘要（SHA-256） */
            textHash: string;
            /**
             * Format: uuid
             * @description 撰写单位
             */
            organizationId: string;
            /**
             * Format: date-time
             * @description 撰写时间
             */
            writtenAt: string;
            /** @description 全文（金额以分为单位的文本） */
            content: {
                [key: string]: unknown;
            };
        };
        ContractView: {
            /** @description 涉及的知识产权 */
            rights: components["schemas"]["ContractRightView"][];
            /** @description 许可方式与期限 */
            licence: components["schemas"]["LicenceView"] | null;
            /** @description 支付安排 */
            payment: components["schemas"]["PaymentView"] | null;
            /** @description 外币 */
            currency: components["schemas"]["CurrencyView"] | null;
            /** @description 登记表分类代码 */
            classification: components["schemas"]["ClassificationView"];
            /** @description 预计新增投入 */
            expectedInvestment: components["schemas"]["MoneyView"] | null;
            /** @description 预计新增产值 */
            expectedOutput: components["schemas"]["MoneyView"] | null;
            /** @description 是否涉外 */
            foreign: boolean;
            /** @description 是否涉密 */
            secret: boolean;
            /** @description 合同条款 */
            clauses: components["schemas"]["ClauseView"][];
            /** @description 金额待提成结算后补充 */
            amountsProvisional: boolean;
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 洽谈编号
             */
            dealId: string;
            /** @description 项目名称 */
            title: string;
            /**
             * @description 合同类型
             * @enum {string}
             */
            type: "development" | "transfer" | "licence" | "consulting" | "service";
            /** @description 合同子类 */
            subType: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "draft" | "signing" | "effective" | "cancelled";
            /** @description 当事人 */
            parties: components["schemas"]["ContractPartyView"][];
            /** @description 成交总额 */
            contractValue: components["schemas"]["MoneyView"];
            /** @description 非技术性款项 */
            nonTechnologyItems: components["schemas"]["NonTechnologyItemView"][];
            /** @description 申报的技术交易额 */
            declaredTechnologyValue: components["schemas"]["MoneyView"];
            /**
             * Format: uuid
             * @description 成果编号
             */
            achievementId: string | null;
            /**
             * Format: uuid
             * @description 挂牌编号
             */
            listingId: string | null;
            /**
             * Format: date
             * @description 签订日期
             */
            signedOn: string | null;
            /**
             * Format: date
             * @description 生效日期
             */
            effectiveOn: string | null;
            /**
             * Format: date
             * @description 有效期自
             */
            validFrom: string | null;
            /**
             * Format: date
             * @description 有效期至
             */
            validUntil: string | null;
            /** @description 是否关联交易 */
            relatedParty: boolean;
            /** @description 经纪人份额 */
            brokerage: components["schemas"]["BrokerageView"][];
            /** @description 提成结算后补充的金额 */
            settled: components["schemas"]["SettledAmountsView"] | null;
            /** @description 取消或解除原因 */
            cancelReason: string | null;
            /** @description 文本摘要（SHA-256），签署时引用 */
            textHash: string;
            /** @description 版本，用于 If-Match */
            version: number;
            /**
             * Format: date-time
             * @description 起草时间
             */
            createdAt: string;
        };
        CountyPage: {
            /** @description 本页内容 */
            items: components["schemas"]["CountyView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        CountyView: {
            /** @description 行政区划代码 */
            code: string;
            /** @description 名称 */
            name: string;
            /** @description 出处：方案名称与章节、附表行次 */
            source: string;
        };
        CoverageListView: {
            /** @description 有特派员服务的村 */
            items: components["schemas"]["CoverageView"][];
        };
        CoverageView: {
            /** @description 县区代码 */
            countyCode: string;
            /** @description 村 */
            village: string;
            /** @description 在岗特派员人数 */
            envoys: number;
            /**
             * Format: date
             * @description 最近一次经确认的服务
             */
            lastServedOn: string | null;
        };
        CreateAchievementDto: {
            /** @description 成果名称 */
            title: string;
            /** @description 公开摘要（任何人可见，不得含商业秘密） */
            summary?: string;
            /** @description 详细说明（仅本单位与科技主管部门可见） */
            detail?: string;
            /** @description 联系方式（仅本单位与科技主管部门可见） */
            contact?: string;
            /** @description 技术领域 */
            field?: string;
            /** @description 关键词 */
            keywords?: string[];
            /** @description 技术成熟度（1–9，不清楚则留空） */
            readinessLevel?: number;
            /**
             * @description 农业成果阶段（小试、区域试验、示范、推广）
             * @enum {string}
             */
            farmStage?: "smallTrial" | "regionalTrial" | "demonstration" | "extension";
            /** @description 县区代码 */
            countyCode?: string;
            /** @description 示范区代码 */
            zoneCode?: string;
            /** @description 转化方式 */
            transferModes?: string[];
            /** @description 意向价格（元） */
            priceYuan?: string;
            /** @description 涉密（涉密成果不得公开） */
            secret?: boolean;
            /** @description 贵方编号（批量更新时的键） */
            externalKey?: string;
            /** @description 完成人及份额（按贡献排序，合计 10000） */
            inventors: components["schemas"]["InventorDto"][];
        };
        CreateApiKeyDto: {
            /** @description 用途 */
            name: string;
            /** @description 权限范围 */
            scopes: string[];
            /** @description 有效天数 */
            lifeDays: number;
        };
        CreateDemandDto: {
            /** @description 需求名称 */
            title: string;
            /** @description 需求描述 */
            summary: string;
            /** @description 技术领域 */
            field?: string;
            /** @description 县区代码 */
            countyCode: string;
            /** @description 示范区代码 */
            zoneCode?: string;
            /** @description 预算（元） */
            budgetYuan?: string;
            /** @description 希望的合作方式（不限则留空） */
            transferModes?: string[];
            /**
             * Format: date
             * @description 希望用上的日期
             */
            neededBy?: string;
            /** @description 希望的最低技术成熟度（1–9） */
            leastReadinessLevel?: number;
            /** @description 排除的地区（县区代码；省、市用其本身的代码，例如 610000） */
            excludedRegionCodes?: string[];
            /**
             * Format: date
             * @description 有效期至
             */
            validUntil?: string;
            /** @description 贵方编号（批量更新时的键） */
            externalKey?: string;
        };
        CreateListingDto: {
            /**
             * Format: uuid
             * @description 成果编号
             */
            achievementId: string;
            /**
             * @description 定价方式（协议定价、挂牌交易、拍卖）；国家设立的研发机构、高等院校必填
             * @enum {string}
             */
            pricingMethod?: "negotiated" | "listed" | "auction";
            /**
             * @description 转化方式（转让、许可、作价投资、合作实施、技术服务）
             * @enum {string}
             */
            transferMode: "transfer" | "licence" | "equityContribution" | "cooperation" | "service";
            /** @description 拟交易价格（元） */
            priceYuan?: string;
            /** @description 拟受让方与完成人有关联关系 */
            relatedParty?: boolean;
            /** @description 公示日数（少于法定日数时按法定日数） */
            noticeDays?: number;
            /**
             * Format: date
             * @description 挂牌有效期至
             */
            validUntil?: string;
        };
        CreateMilestoneDto: {
            /**
             * @description 里程碑种类（产品、融资、收入、知识产权、就业、资质、其他）
             * @enum {string}
             */
            kind: "product" | "financing" | "revenue" | "intellectualProperty" | "employment" | "qualification" | "other";
            /** @description 说明与证明材料 */
            note: string;
            /**
             * Format: date
             * @description 达到日
             */
            reachedOn: string;
        };
        CreateObjectionDto: {
            /** @description 异议的事实和理由 */
            reason: string;
        };
        CreatePatentDto: {
            /** @description 专利号或申请号 */
            number: string;
            /** @description 发明名称 */
            title: string;
            /**
             * @description 法律状态（已申请、已公布、已授权）
             * @enum {string}
             */
            state: "applied" | "published" | "granted";
            /**
             * Format: date
             * @description 申请日
             */
            filedOn: string;
            /**
             * Format: date
             * @description 届满日（获得期限补偿时才填）
             */
            expiresOn?: string;
            /**
             * Format: uuid
             * @description 所保护的成果编号
             */
            achievementId?: string;
        };
        CriterionScoreDto: {
            /** @description 评分项代码 */
            code: string;
            /** @description 分数 */
            score: number;
        };
        CriterionView: {
            /** @description 代码 */
            code: string;
            /** @description 名称 */
            title: string;
            /** @description 权重（%） */
            weight: number;
        };
        CurrencyDto: {
            /** @description 币种（ISO 4217） */
            code: string;
            /** @description 外币金额，最多两位小数 */
            originalAmount: string;
            /** @description 汇率：1 单位外币折合人民币 */
            rate: string;
            /**
             * Format: date
             * @description 汇率日期
             */
            ratedOn: string;
        };
        CurrencyView: {
            /** @description 币种 */
            code: string;
            /** @description 外币金额 */
            originalAmount: string;
            /** @description 汇率 */
            rate: string;
            /**
             * Format: date
             * @description 汇率日期
             */
            ratedOn: string;
        };
        DatedCertificateView: {
            /**
             * @description 状态：valid 有效，changed 已变更（以新版为准），cancelled 已注销
             * @enum {string}
             */
            state: "valid" | "changed" | "cancelled";
            /** @description 核验码 */
            verificationCode: string;
            /** @description 登记编号 */
            registrationNumber: string;
            /** @description 合同类型 */
            contractType: string;
            /** @description 卖方（部分隐去） */
            sellers: string[];
            /** @description 买方（部分隐去） */
            buyers: string[];
            /**
             * Format: date
             * @description 登记日期
             */
            registeredOn: string;
            /** @description 登记机构 */
            office: string;
            /** @description 内容的 SHA-256 */
            contentHash: string;
            /** @description 公钥编号 */
            keyId: string;
            /** @description 版次 */
            edition: number;
            /**
             * Format: date-time
             * @description 签发时间
             */
            issuedAt: string;
            /**
             * Format: date-time
             * @description 变更时间
             */
            changedAt: string | null;
            /**
             * Format: date-time
             * @description 注销时间
             */
            cancelledAt: string | null;
            /**
             * Format: date
             * @description 查询的日期（北京时间当日结束时）
             */
            on: string;
            /**
             * @description 当日的状态：notIssued 当日尚未签发，其余同 state
             * @enum {string}
             */
            stateOn: "notIssued" | "valid" | "changed" | "cancelled";
        };
        DealPage: {
            /** @description 本页内容 */
            items: components["schemas"]["DealView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        DealView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 引荐编号
             */
            introductionId: string;
            /**
             * Format: uuid
             * @description 需求编号
             */
            demandId: string;
            /**
             * Format: uuid
             * @description 成果编号
             */
            achievementId: string;
            /**
             * Format: uuid
             * @description 挂牌编号
             */
            listingId: string | null;
            /**
             * Format: uuid
             * @description 买方单位编号
             */
            buyerOrganizationId: string;
            /**
             * Format: uuid
             * @description 卖方单位编号
             */
            sellerOrganizationId: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "negotiating" | "agreed" | "contracted" | "brokenOff";
            /** @description 经纪人及份额 */
            brokers: components["schemas"]["BrokerageView"][];
            /** @description 已达成的报价序号 */
            agreedSerial: number | null;
            /** @description 终止原因 */
            closeReason: string | null;
            /** @description 版本 */
            version: number;
            /**
             * Format: date-time
             * @description 开始时间
             */
            createdAt: string;
        };
        DecideFindingDto: {
            /**
             * @description 决定：属实或不属实
             * @enum {string}
             */
            decision: "uphold" | "dismiss";
            /** @description 理由 */
            reason: string;
            /** @description 整改要求 */
            measure?: string;
            /**
             * Format: date
             * @description 整改期限
             */
            dueOn?: string;
        };
        DecideLogDto: {
            /**
             * @description 结果：confirm 确认，reject 不予确认
             * @enum {string}
             */
            outcome: "confirm" | "reject";
            /** @description 意见 */
            reason: string;
        };
        DecideObjectionDto: {
            /**
             * @description 处理结果（成立、不成立）
             * @enum {string}
             */
            decision: "uphold" | "dismiss";
            /** @description 处理理由 */
            reason: string;
        };
        DecideTenancyDto: {
            /**
             * @description 事项（入驻、不予入驻、毕业、退出、撤销申请）
             * @enum {string}
             */
            decision: "admit" | "refuse" | "graduate" | "leave" | "cancel";
            /**
             * Format: date
             * @description 约定的孵化截止日（入驻时必填）
             */
            plannedUntil?: string;
            /** @description 理由 */
            reason: string;
        };
        DecideTieDto: {
            /** @description 并列者的先后（申报编号） */
            order: string[];
            /** @description 评审组记录 */
            minutes: string;
        };
        DeclareRelationDto: {
            /**
             * @description 一方类别
             * @enum {string}
             */
            fromKind: "person" | "organization";
            /**
             * Format: uuid
             * @description 一方编号
             */
            fromId: string;
            /**
             * @description 另一方类别
             * @enum {string}
             */
            toKind: "person" | "organization";
            /**
             * Format: uuid
             * @description 另一方编号
             */
            toId: string;
            /**
             * @description 关系：member 任职，relative 近亲属，shareholder 持股，adviser 顾问，project 合作项目，other 其他
             * @enum {string}
             */
            kind: "member" | "relative" | "shareholder" | "adviser" | "project" | "other";
            /** @description 说明 */
            note: string;
        };
        DeclineIntroductionDto: {
            /** @description 谢绝原因 */
            reason: string;
        };
        DeclineMatchDto: {
            /**
             * @description 原因：wrongField 领域不符、immature 成熟度不够、tooDear 价格过高、ipUnclear 知识产权不清、tooFar 距离太远、alreadyHave 已有类似技术、descriptionUnclear 描述不清、other 其他
             * @enum {string}
             */
            reason: "wrongField" | "immature" | "tooDear" | "ipUnclear" | "tooFar" | "alreadyHave" | "descriptionUnclear" | "other";
            /** @description 补充说明，原因为 other 时必填 */
            text?: string;
        };
        DemandPage: {
            /** @description 本页内容 */
            items: components["schemas"]["DemandView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        DemandView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 发布单位编号
             */
            organizationId: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "draft" | "published" | "met" | "withdrawn" | "expired";
            /** @description 需求名称 */
            title: string;
            /** @description 需求描述 */
            summary: string;
            /** @description 技术领域 */
            field: string | null;
            /** @description 县区代码 */
            countyCode: string;
            /** @description 示范区代码 */
            zoneCode: string | null;
            /** @description 预算 */
            budget: components["schemas"]["MoneyView"] | null;
            /** @description 希望的合作方式；空为不限 */
            transferModes: ("transfer" | "licence" | "equityContribution" | "cooperation" | "service")[];
            /**
             * Format: date
             * @description 希望用上的日期
             */
            neededBy: string | null;
            /** @description 希望的最低技术成熟度 */
            leastReadinessLevel: number | null;
            /** @description 排除的地区 */
            excludedRegionCodes: string[];
            /**
             * Format: date
             * @description 有效期至
             */
            validUntil: string | null;
            /** @description 版本，用于 If-Match */
            version: number;
            /**
             * Format: date-time
             * @description 创建时间
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 发布时间
             */
            publishedAt: string | null;
        };
        DemonstrationTaskPage: {
            /** @description 本页内容 */
            items: components["schemas"]["DemonstrationTaskView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        DemonstrationTaskView: {
            /** @description 代码 */
            code: string;
            /** @description 序号 */
            number: number;
            /** @description 出处：方案名称与章节、附表行次 */
            source: string;
            /** @description 所属部分 */
            chapter: string;
            /** @description 名称 */
            title: string;
            /** @description 责任部门 */
            responsible: string[];
            /** @description 配合部门 */
            cooperating: string[];
        };
        DepartmentAliasView: {
            /** @description 别名 */
            name: string;
            /** @description 出处 */
            source: string;
        };
        DepartmentPage: {
            /** @description 本页内容 */
            items: components["schemas"]["DepartmentView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        DepartmentView: {
            /** @description 代码 */
            code: string;
            /** @description 名称 */
            name: string;
            /**
             * @description 种类：市级部门、县级政府、一类单位的统称
             * @enum {string}
             */
            kind: "cityDepartment" | "countyGovernment" | "group";
            /** @description 方案中的其他写法 */
            aliases: components["schemas"]["DepartmentAliasView"][];
            /** @description 出处：方案名称与章节、附表行次 */
            source: string;
        };
        DescriptionAdviceView: {
            /**
             * @description 缺什么：problem 问题，magnitude 幅度，evidence 依据，economics 经济性
             * @enum {string}
             */
            part: "problem" | "magnitude" | "evidence" | "economics";
            /** @description 建议 */
            text: string;
            /** @description 本行业的写法示例 */
            example: string;
        };
        DescriptionCheckView: {
            /** @description 已经写清的部分 */
            present: ("problem" | "magnitude" | "evidence" | "economics")[];
            /** @description 建议补充的部分 */
            advice: components["schemas"]["DescriptionAdviceView"][];
            /** @description 示例所用的行业 */
            industry: string;
            /** @description 内容几乎为空，别人无从判断 */
            empty: boolean;
        };
        DeterminationDto: {
            /** @description 核定技术交易额（元） */
            verifiedTechnologyValueYuan: string;
            /**
             * @description 核定合同类型
             * @enum {string}
             */
            type: "development" | "transfer" | "licence" | "consulting" | "service";
            /** @description 理由（与申报不一致时必填） */
            reason?: string;
            /** @description 已核实在示范区落地 */
            landingConfirmed?: boolean;
        };
        DifferenceView: {
            /** @description 增加的合同数 */
            added: number;
            /** @description 减少的合同数 */
            removed: number;
            /** @description 内容变动的合同数 */
            changed: number;
            /** @description 修订前 */
            before: components["schemas"]["SumsView"];
            /** @description 修订后 */
            after: components["schemas"]["SumsView"];
        };
        DirectCostDto: {
            /**
             * @description 费用种类
             * @enum {string}
             */
            kind: "appraisal" | "negotiation" | "agency" | "patentFees" | "upkeep";
            /** @description 金额（元） */
            amountYuan: string;
        };
        DisclosureView: {
            /** @description 详细说明 */
            detail: string | null;
            /** @description 联系方式 */
            contact: string | null;
            /** @description 涉密 */
            secret: boolean;
            /** @description 贵方编号 */
            externalKey: string | null;
            /** @description 完成人及份额 */
            inventors: components["schemas"]["InventorView"][];
        };
        DistributeRewardDto: {
            /** @description 凭证（收款凭证号、利润年度或公司名称） */
            reference: string;
            /**
             * Format: date
             * @description 日期
             */
            onDate: string;
            /** @description 收入、营业利润或股权折价（元） */
            grossYuan: string;
            /** @description 税金（元） */
            taxYuan: string;
            /** @description 直接费用（财政科研经费不计） */
            costs?: components["schemas"]["DirectCostDto"][];
        };
        DraftContractDto: {
            /**
             * Format: uuid
             * @description 已达成一致的洽谈编号
             */
            dealId: string;
            /** @description 项目名称 */
            title: string;
            /**
             * @description 合同类型（开发、转让、许可、咨询、服务）
             * @enum {string}
             */
            type: "development" | "transfer" | "licence" | "consulting" | "service";
            /**
             * @description 合同子类
             * @enum {string}
             */
            subType: "commissioned" | "cooperative" | "conversion" | "patentRight" | "patentApplicationRight" | "technicalSecret" | "layoutDesign" | "plantVariety" | "softwareCopyright" | "patent" | "feasibilityStudy" | "technologyForecast" | "specialSurvey" | "analysisReport" | "general" | "training" | "intermediation";
            /** @description 成交总额（元） */
            contractValueYuan: string;
            /** @description 非技术性款项（分项，没有时为空列表） */
            nonTechnologyItems: components["schemas"]["NonTechnologyItemDto"][];
            /** @description 申报的技术交易额（元），不填按分项计算 */
            declaredTechnologyValueYuan?: string;
            /**
             * Format: date
             * @description 有效期自
             */
            validFrom?: string;
            /**
             * Format: date
             * @description 有效期至
             */
            validUntil?: string;
            /** @description 是否关联交易 */
            relatedParty?: boolean;
            /** @description 经纪人份额，不填按洽谈记载 */
            brokerage?: components["schemas"]["BrokerageShareDto"][];
            /** @description 当事人（多方时列出全部，含洽谈双方），不填为洽谈双方 */
            parties?: components["schemas"]["PartyDto"][];
            /** @description 涉及的知识产权 */
            rights?: components["schemas"]["ContractRightDto"][];
            /** @description 许可方式、地域与期限（仅技术许可） */
            licence?: components["schemas"]["LicenceDto"];
            /** @description 支付安排 */
            payment?: components["schemas"]["PaymentDto"];
            /** @description 外币金额与汇率，不填为人民币 */
            currency?: components["schemas"]["CurrencyDto"];
            /** @description 登记表分类代码 */
            classification?: components["schemas"]["ClassificationDto"];
            /** @description 预计新增投入（元），技术转让登记时须填 */
            expectedInvestmentYuan?: string;
            /** @description 预计新增产值（元），技术转让登记时须填 */
            expectedOutputYuan?: string;
            /** @description 是否涉外 */
            foreign?: boolean;
            /** @description 是否涉密（涉密合同不能在线办理） */
            secret?: boolean;
            /** @description 合同条款 */
            clauses?: components["schemas"]["ClauseDto"][];
        };
        DraftRewardPlanDto: {
            /**
             * Format: uuid
             * @description 成果编号
             */
            achievementId: string;
            /**
             * Format: uuid
             * @description 合同编号（转让、许可）
             */
            contractId?: string;
            /**
             * @description 方式：netIncome 转让或许可的净收入，equity 作价投资的股份，profit 自行或合作实施的营业利润
             * @enum {string}
             */
            mode: "netIncome" | "equity" | "profit";
            /** @description 奖励总额的比例（万分之几） */
            poolBasisPoints: number;
            /** @description 年限（仅 profit，3 至 5） */
            years?: number;
            /**
             * @description 依据：unitRule 单位规定，agreement 约定，default 法定
             * @enum {string}
             */
            basis: "unitRule" | "agreement" | "default";
            /** @description 参加人员 */
            participants: components["schemas"]["RewardParticipantDto"][];
        };
        DraftRewardPolicyDto: {
            /**
             * @description 奖补项目
             * @enum {string}
             */
            scheme: "agencyAward" | "brokerBonus";
            /** @description 名称 */
            title: string;
            /**
             * @description 受益人：organization 机构，person 个人
             * @enum {string}
             */
            beneficiary: "organization" | "person";
            /** @description 受益单位类别（个人奖补不填） */
            beneficiaryKinds?: string[];
            /** @description 比例（万分之几） */
            rateBasisPoints: number;
            /** @description 起计额（元，含） */
            thresholdYuan: string;
            /** @description 每受益人每年度上限（元） */
            capPerYearYuan: string;
            /** @description 评审名次（前几名，不排名则不填） */
            topRanks?: number;
            /** @description 一生只奖一次（缺省否） */
            oncePerLifetime?: boolean;
            /** @description 文件原文 */
            wording: string;
            /** @description 来源（文件名与文号） */
            source: string;
            /** @description 计算口径 */
            reading: string;
            /**
             * Format: date
             * @description 施行日（某年1月1日）
             */
            effectiveFrom: string;
            /** @description 修订理由 */
            reason: string;
        };
        DrawDto: {
            /** @description 种子 */
            seed: string;
        };
        DualAgencyConsentDto: {
            /**
             * Format: uuid
             * @description 撮合编号
             */
            matchId: string;
            /**
             * Format: uuid
             * @description 同时代理双方的服务机构编号
             */
            agencyOrganizationId: string;
            /** @description 书面同意的内容 */
            statement: string;
        };
        DualAgencyConsentView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 撮合编号
             */
            matchId: string;
            /**
             * Format: uuid
             * @description 服务机构编号
             */
            agencyOrganizationId: string;
            /**
             * Format: uuid
             * @description 同意方单位编号
             */
            principalOrganizationId: string;
            /** @description 书面同意的内容 */
            statement: string;
            /**
             * Format: date-time
             * @description 同意时间
             */
            consentedAt: string;
        };
        DuplicateView: {
            /**
             * Format: uuid
             * @description 登记编号（平台内部）
             */
            registrationId: string;
            /** @description 平台编号 */
            provisionalNumber: string;
            /** @description 16 位登记编号 */
            registrationNumber: string | null;
            /** @description 项目名称 */
            title: string;
            /** @description 登记点代码 */
            office: string;
            /** @description 状态 */
            state: string;
            /** @description 现由谁办理 */
            holder: string;
            /**
             * @description 判断：same 为同一合同，near 为疑似
             * @enum {string}
             */
            verdict: "same" | "near";
            /** @description 依据 */
            agreements: components["schemas"]["AgreementView"][];
        };
        DuplicatesView: {
            /** @description 疑似重复的登记 */
            items: components["schemas"]["DuplicateView"][];
        };
        EditionPage: {
            /** @description 本页内容 */
            items: components["schemas"]["EditionView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        EditionView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /** @description 统计期 */
            period: string;
            /** @description 版次，修订版从 2 起 */
            number: number;
            /**
             * Format: date
             * @description 截止日
             */
            cutOff: string;
            /**
             * Format: uuid
             * @description 被修订的上一版
             */
            supersedes: string | null;
            /** @description 修订原因 */
            reason: string | null;
            /** @description 清单中的合同数（本期） */
            lineCount: number;
            /** @description 清单的 SHA-256 */
            listHash: string;
            /** @description 全部数字的 SHA-256 */
            figuresHash: string;
            /**
             * Format: date-time
             * @description 定稿时间
             */
            frozenAt: string;
            /** @description 各维度；不足 3 项的单元不公开 */
            tables: components["schemas"]["FigureTableView"][];
        };
        EndEnvoyDto: {
            /**
             * Format: date
             * @description 离岗日（最后在岗的一天）
             */
            postedTo: string;
        };
        EntryPartyView: {
            /** @description 名称 */
            name: string;
            /** @description 统一社会信用代码 */
            creditCode: string | null;
            /** @description 性质代码 */
            nature: string | null;
            /** @description 性质 */
            natureName: string | null;
            /** @description 国别（海关代码） */
            country: string;
            /** @description 行政区划代码 */
            placeCode: string | null;
        };
        EnvoyLogPage: {
            /** @description 本页内容 */
            items: components["schemas"]["EnvoyLogView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        EnvoyLogView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 岗位编号
             */
            envoyId: string;
            /** @description 县区代码 */
            countyCode: string;
            /**
             * Format: date
             * @description 服务日期
             */
            servedOn: string;
            /** @description 村 */
            village: string;
            /** @description 服务内容 */
            content: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "submitted" | "confirmed" | "rejected";
            /** @description 意见 */
            decisionReason: string | null;
        };
        EnvoyMonthPage: {
            /** @description 本页内容 */
            items: components["schemas"]["EnvoyMonthView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        EnvoyMonthView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 人员编号
             */
            personId: string;
            /** @description 月份 */
            month: string;
            /** @description 补助 */
            amount: components["schemas"]["MoneyView"];
            /**
             * @description 状态
             * @enum {string}
             */
            state: "accrued" | "paid";
            /** @description 经确认的服务记录数 */
            logs: number;
            /** @description 支付凭证号 */
            paymentDocument: string | null;
            /**
             * Format: date
             * @description 支付日期
             */
            paidOn: string | null;
        };
        ExpertDto: {
            /** @description 姓名 */
            name: string;
            /** @description 工作单位 */
            workUnit: string;
            /** @description 回避理由（有关联关系时填写） */
            recusal?: string;
        };
        ExpertOpinionDto: {
            /** @description 专家姓名 */
            name: string;
            /**
             * @description 意见
             * @enum {string}
             */
            stance: "register" | "refuse";
            /** @description 意见内容 */
            text: string;
            /** @description 建议的技术交易额（元） */
            technologyValueYuan?: string;
        };
        ExpertPanelDto: {
            /** @description 请专家回答的问题 */
            question: string;
            /** @description 专家 */
            experts: components["schemas"]["ExpertDto"][];
        };
        ExpertPanelView: {
            /**
             * Format: uuid
             * @description 专家审核编号
             */
            id: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "open" | "concluded";
            /** @description 请专家回答的问题 */
            question: string;
            /** @description 专家 */
            experts: components["schemas"]["ExpertView"][];
            /** @description 多数意见 */
            result: components["schemas"]["PanelResultView"] | null;
            /**
             * Format: date-time
             * @description 组织时间
             */
            calledAt: string;
            /**
             * Format: date-time
             * @description 结束时间
             */
            concludedAt: string | null;
        };
        ExpertPanelsView: {
            /** @description 历次专家审核 */
            items: components["schemas"]["ExpertPanelView"][];
        };
        ExpertProfileDto: {
            /** @description 公开的姓名或称谓 */
            name: string;
            /** @description 研究方向 */
            fields: string[];
            /** @description 公开的简介，不含联系方式 */
            introduction: string;
        };
        ExpertProfileView: {
            /** @description 公开的姓名或称谓 */
            name: string;
            /** @description 研究方向 */
            fields: string[];
            /** @description 公开的简介 */
            introduction: string;
            /**
             * Format: date-time
             * @description 同意公开的时间
             */
            consentedAt: string;
        };
        ExpertView: {
            /** @description 姓名 */
            name: string;
            /** @description 工作单位 */
            workUnit: string;
            /** @description 回避理由 */
            recusal: string | null;
            /** @description 意见 */
            opinion: components["schemas"]["OpinionView"] | null;
        };
        FacetValueView: {
            /** @description 取值 */
            value: string;
            /** @description 按其他条件筛选后的条数 */
            count: number;
        };
        FacetView: {
            /** @description 条件 */
            name: string;
            /** @description 取值，多的在前 */
            values: components["schemas"]["FacetValueView"][];
        };
        FeeDto: {
            /**
             * @description 佣金方式（fixed 定额、percent 比例）
             * @enum {string}
             */
            kind: "fixed" | "percent";
            /** @description 定额佣金（元），方式为 fixed 时必填 */
            amountYuan?: string;
            /** @description 佣金比例（万分之几），方式为 percent 时必填 */
            basisPoints?: number;
            /**
             * @description 计算基数（contractValue 成交额、technologyValue 技术交易额、received 实际到账），方式为 percent 时必填
             * @enum {string}
             */
            base?: "contractValue" | "technologyValue" | "received";
        };
        FeeView: {
            /**
             * @description 佣金方式
             * @enum {string}
             */
            kind: "fixed" | "percent";
            /** @description 定额佣金 */
            amount: components["schemas"]["MoneyView"] | null;
            /** @description 佣金比例（万分之几） */
            basisPoints: number | null;
            /** @description 计算基数 */
            base: string | null;
        };
        FieldFeedbackListView: {
            /** @description 各技术领域 */
            items: components["schemas"]["FieldFeedbackView"][];
        };
        FieldFeedbackView: {
            /** @description 待答复 */
            proposed: number;
            /** @description 已接受 */
            accepted: number;
            /** @description 已引荐 */
            introduced: number;
            /** @description 已签约 */
            contracted: number;
            /** @description 已婉拒 */
            declined: number;
            /** @description 婉拒原因 */
            reasons: components["schemas"]["ReasonCountView"][];
            /** @description 技术领域 */
            field: string | null;
        };
        FieldProblemView: {
            /** @description 出错字段的 JSON Pointer */
            pointer: string;
            /** @description 原因与改正方法 */
            detail: string;
        };
        FigureRowView: {
            /** @description 本期；不足 3 项的单元不公开，为 null */
            current: components["schemas"]["SumsView"] | null;
            /** @description 上年同期（同一截止日的状态） */
            previous: components["schemas"]["SumsView"] | null;
            /** @description 同比 */
            yearOnYear: components["schemas"]["YearOnYearView"];
            /** @description 取值 */
            key: string;
            /** @description 名称 */
            name: string;
            /** @description 打开本行清单的地址；公开视图为 null */
            list: string | null;
        };
        FigureTableView: {
            /**
             * @description 维度
             * @enum {string}
             */
            dimension: "type" | "field" | "sellerNature" | "buyerNature" | "ipKind" | "plan" | "sizeBand" | "direction" | "sellerPlace" | "buyerPlace" | "flow" | "source";
            /** @description 维度名称 */
            title: string;
            /** @description 各行有重叠，合计不等于各行之和（输出与吸纳） */
            overlapping: boolean;
            /** @description 各行 */
            rows: components["schemas"]["FigureRowView"][];
            /** @description 合计 */
            total: components["schemas"]["ComparedView"];
        };
        FileDraftDto: {
            /** @description 落地情况（不填则用草稿所载） */
            landing?: components["schemas"]["LandingDto"];
        };
        FileRegistrationDto: {
            /**
             * Format: uuid
             * @description 技术合同编号
             */
            contractId: string;
            /**
             * @description 登记点代码
             * @enum {string}
             */
            office?: "01";
            /** @description 落地情况 */
            landing: components["schemas"]["LandingDto"];
            /** @description 先存为草稿 */
            draft?: boolean;
            /** @description 技术进口合同（由境内买方申请） */
            technologyImport?: boolean;
            /** @description 合同文本的 SHA-256 */
            contractTextSha256?: string;
        };
        FindingView: {
            /** @description 事项代码 */
            code: string;
            /**
             * @description 是否妨碍登记
             * @enum {string}
             */
            severity: "blocking" | "notice";
            /** @description 说明 */
            text: string;
            /** @description 如何改正 */
            repair: string;
        };
        FoundCasePage: {
            /** @description 本页内容 */
            items: components["schemas"]["FoundCaseView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        FoundCaseView: {
            /**
             * Format: uuid
             * @description 登记案件编号
             */
            id: string;
            /** @description 受理编号 */
            provisionalNumber: string;
            /** @description 登记编号；未登记为 null */
            registrationNumber: string | null;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "draft" | "filed" | "withdrawn" | "returned" | "accepted" | "underReview" | "supplementRequested" | "expertReview" | "secondReview" | "registered" | "refused" | "cancelled";
            /** @description 登记点 */
            office: string;
            /** @description 项目名称 */
            title: string;
            /** @description 卖方 */
            sellers: string[];
            /** @description 买方 */
            buyers: string[];
            /** @description 合同成交额 */
            contractValue: components["schemas"]["MoneyView"];
            /** @description 核定技术交易额；未认定为 null */
            technologyValue: components["schemas"]["MoneyView"] | null;
            /**
             * Format: date
             * @description 提交日期
             */
            filedOn: string;
            /** @description 不予登记的依据 */
            refusalGrounds: components["schemas"]["FoundGroundView"][];
            /** @description 退回、撤回或注销的原因 */
            closingReason: string | null;
            /**
             * Format: uuid
             * @description 认定人
             */
            determinedBy: string | null;
            /**
             * Format: uuid
             * @description 复核人
             */
            reviewedBy: string | null;
        };
        FoundGroundView: {
            /**
             * @description 理由代码
             * @enum {string}
             */
            code: "notEffective" | "notTechnology" | "unclearSubject" | "approvalMissing" | "nameMismatch" | "monopoly" | "documentsWrong" | "sealMismatch" | "securityConditionUnmet" | "carriersExcessive" | "rightsEnded" | "duplicate" | "other";
            /** @description 理由 */
            title: string;
            /** @description 依据的事实 */
            evidence: string;
        };
        FreezeDto: {
            /** @description 统计期 */
            period: string;
            /**
             * Format: date
             * @description 截止日：以这一天结束时的登记状态为准
             */
            cutOff: string;
            /** @description 修订原因（已有定稿时必填） */
            reason?: string;
        };
        FreezePlanDto: {
            /** @description 名称 */
            title: string;
            /** @description 统计期 */
            period: string;
            /** @description 大额以外抽取的项数 */
            smallCount: number;
            /** @description 种子来源（事先公布，届时才知道的数字） */
            seedSource: string;
        };
        FullAchievementView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 持有单位编号
             */
            organizationId: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "disclosed" | "collected" | "registered" | "published" | "withdrawn" | "transferred";
            /** @description 成果名称 */
            title: string;
            /** @description 公开摘要 */
            summary: string | null;
            /** @description 技术领域 */
            field: string | null;
            /** @description 关键词 */
            keywords: string[];
            /** @description 技术成熟度（1–9），不清楚为 null */
            readinessLevel: number | null;
            /**
             * @description 农业成果阶段
             * @enum {string|null}
             */
            farmStage: "smallTrial" | "regionalTrial" | "demonstration" | "extension" | null;
            /** @description 县区代码 */
            countyCode: string | null;
            /** @description 示范区代码 */
            zoneCode: string | null;
            /** @description 转化方式 */
            transferModes: ("transfer" | "licence" | "equityContribution" | "cooperation" | "service")[];
            /** @description 意向价格 */
            price: components["schemas"]["MoneyView"] | null;
            /**
             * @description 成果类型
             * @enum {string|null}
             */
            kind: "applied" | "basic" | "softScience" | null;
            /** @description 成果登记号 */
            registrationNumber: string | null;
            /** @description 版本，用于 If-Match */
            version: number;
            /**
             * Format: date-time
             * @description 创建时间
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 发布时间
             */
            publishedAt: string | null;
            /** @description 披露内容，仅本单位与科技主管部门可见 */
            disclosure: components["schemas"]["DisclosureView"] | null;
        };
        FullEditionView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /** @description 统计期 */
            period: string;
            /** @description 版次，修订版从 2 起 */
            number: number;
            /**
             * Format: date
             * @description 截止日
             */
            cutOff: string;
            /**
             * Format: uuid
             * @description 被修订的上一版
             */
            supersedes: string | null;
            /** @description 修订原因 */
            reason: string | null;
            /** @description 清单中的合同数（本期） */
            lineCount: number;
            /** @description 清单的 SHA-256 */
            listHash: string;
            /** @description 全部数字的 SHA-256 */
            figuresHash: string;
            /**
             * Format: date-time
             * @description 定稿时间
             */
            frozenAt: string;
            /** @description 各维度；不足 3 项的单元不公开 */
            tables: components["schemas"]["FigureTableView"][];
            /** @description 与上一版的差异；首版为 null */
            difference: components["schemas"]["DifferenceView"] | null;
        };
        FullTenancyView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 孵化载体编号
             */
            incubatorOrganizationId: string;
            /**
             * Format: uuid
             * @description 企业编号
             */
            enterpriseOrganizationId: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "applied" | "admitted" | "graduated" | "left" | "refused" | "cancelled";
            /** @description 入驻计划 */
            plan: string;
            /**
             * Format: date
             * @description 申请日
             */
            appliedOn: string;
            /**
             * Format: date
             * @description 入驻日
             */
            admittedOn: string | null;
            /**
             * Format: date
             * @description 约定的截止日
             */
            plannedUntil: string | null;
            /**
             * Format: date
             * @description 结束日
             */
            endedOn: string | null;
            /** @description 版本 */
            version: number;
            /** @description 里程碑 */
            milestones: components["schemas"]["TenancyMilestoneView"][];
        };
        GapView: {
            /** @description 类别 */
            kind: string;
            /** @description 说明 */
            text: string;
        };
        GroundView: {
            /** @description 代码 */
            code: string;
            /** @description 理由 */
            title: string;
            /** @description 须写明的依据 */
            evidenceNeeded: string;
            /** @description 如何改正 */
            repair: string;
            /** @description 出处 */
            source: string;
            /**
             * @description 出处可靠程度：secondary 为转述，unread 为原文未读到
             * @enum {string}
             */
            evidence: "secondary" | "unread";
        };
        GroundsView: {
            /** @description 不予登记的全部理由 */
            items: components["schemas"]["GroundView"][];
        };
        HealthView: {
            /**
             * @description 状态
             * @enum {string}
             */
            state: "ok" | "degraded" | "down";
            /** @description 各部分（verbose 时） */
            components?: components["schemas"]["ComponentView"][];
        };
        HelperReasonView: {
            /** @description 理由 */
            text: string;
            /** @description 分值，各项之和等于总分 */
            points: number;
        };
        HelperView: {
            /**
             * @description 类别：expert 专家，broker 技术经纪机构，institution 成果持有单位
             * @enum {string}
             */
            kind: "expert" | "broker" | "institution";
            /**
             * Format: uuid
             * @description 单位编号
             */
            organizationId: string;
            /** @description 单位名称 */
            organizationName: string;
            /** @description 专家本人同意公开的姓名 */
            name: string | null;
            /** @description 专家本人同意公开的简介 */
            introduction: string | null;
            /** @description 总分，0–100 */
            score: number;
            /** @description 理由 */
            reasons: components["schemas"]["HelperReasonView"][];
        };
        HelpersView: {
            /** @description 专家：同意公开、与匹配成果有关的完成人及其同事 */
            experts: components["schemas"]["HelperView"][];
            /** @description 技术经纪机构 */
            brokers: components["schemas"]["HelperView"][];
            /** @description 持有匹配成果的单位 */
            institutions: components["schemas"]["HelperView"][];
        };
        ImportErrorPage: {
            /** @description 本页内容 */
            items: components["schemas"]["ImportErrorView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        ImportErrorView: {
            /**
             * Format: uuid
             * @description 行标识
             */
            id: string;
            /** @description 行号 */
            line: number;
            /** @description 编号 */
            externalKey: string;
            /** @description 错误 */
            errors: components["schemas"]["RowErrorView"][];
        };
        ImportPage: {
            /** @description 本页内容 */
            items: components["schemas"]["ImportView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        ImportView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * @description 内容
             * @enum {string}
             */
            kind: "achievements" | "demands" | "registrations";
            /**
             * @description 状态
             * @enum {string}
             */
            state: "queued" | "running" | "finished" | "stopped";
            /** @description 试运行：没有写入任何内容 */
            dryRun: boolean;
            /** @description 导入后即发布 */
            publish: boolean;
            /** @description 总行数 */
            total: number;
            /** @description 已处理行数 */
            done: number;
            /** @description 新建 */
            created: number;
            /** @description 更新 */
            updated: number;
            /** @description 内容相同，未变 */
            unchanged: number;
            /** @description 失败 */
            failed: number;
            /** @description 每秒处理行数；尚未开始为 null */
            rowsPerSecond: number | null;
            /** @description 文件中没有对应字段、未导入的列 */
            ignoredColumns: string[];
            /**
             * Format: date-time
             * @description 提交时间
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 开始时间
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description 结束时间
             */
            endedAt: string | null;
        };
        IncomeView: {
            /** @description 已取得的技术性收入 */
            income: components["schemas"]["MoneyView"];
            /** @description 技术交易额（补充后、核定或申报） */
            technologyValue: components["schemas"]["MoneyView"];
            /** @description 金额待补充（提成合同） */
            amountsOpen: boolean;
        };
        IncubatorPage: {
            /** @description 本页内容 */
            items: components["schemas"]["IncubatorView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        IncubatorView: {
            /**
             * Format: uuid
             * @description 单位编号
             */
            id: string;
            /** @description 名称 */
            name: string;
            /** @description 县区代码 */
            countyCode: string;
            /** @description 在孵企业数 */
            admitted: number;
            /** @description 累计毕业企业数 */
            graduated: number;
            /** @description 累计退出企业数 */
            left: number;
        };
        IndicatorPage: {
            /** @description 本页内容 */
            items: components["schemas"]["IndicatorView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        IndicatorTargetView: {
            /** @description 原表文字 */
            printed: string;
            /** @description 数值（十进制文本）；定性指标为 null */
            value: string | null;
            /**
             * @description 比较符；定性指标为 null
             * @enum {string|null}
             */
            comparison: ">=" | ">" | "=" | "<=" | null;
        };
        IndicatorValueNowPage: {
            /** @description 本页内容 */
            items: components["schemas"]["IndicatorValueNowView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        IndicatorValueNowView: {
            /** @description 指标代码 */
            code: string;
            /** @description 二级指标 */
            name: string;
            /** @description 单位 */
            unit: string | null;
            /** @description 现值；本平台不能计算的为 null */
            value: string | null;
            /** @description 截止日（期报）或时刻（实时） */
            asOf: string | null;
            /**
             * @description 来自期报或实时计算
             * @enum {string|null}
             */
            source: "edition" | "live" | null;
            /** @description 算法 */
            how: string | null;
            /**
             * Format: uuid
             * @description 期报编号
             */
            editionId: string | null;
            /** @description 期报的统计期 */
            editionPeriod: string | null;
            /** @description 期报的版次 */
            editionNumber: number | null;
            /** @description 达到目标 */
            reached: boolean | null;
            /** @description 从现有到目标走过的路程（万分之一） */
            progressBasisPoints: number | null;
        };
        IndicatorValueView: {
            /** @description 原表文字 */
            printed: string | null;
            /** @description 数值（十进制文本）；定性指标为 null */
            value: string | null;
        };
        IndicatorView: {
            /** @description 代码 */
            code: string;
            /** @description 序号 */
            number: number;
            /** @description 出处：方案名称与章节、附表行次 */
            source: string;
            /** @description 一级指标 */
            group: string;
            /** @description 二级指标（原表文字） */
            name: string;
            /** @description 原表单位；未写为 null */
            unit: string | null;
            /** @description 现有数量 */
            base: components["schemas"]["IndicatorValueView"];
            /** @description 目标 */
            target: components["schemas"]["IndicatorTargetView"];
            /** @description 定性指标：没有数值 */
            qualitative: boolean;
            /** @description 单位疑义 */
            unitNote: string | null;
            /** @description 说明 */
            note: string | null;
        };
        InspectionCasePage: {
            /** @description 本页内容 */
            items: components["schemas"]["InspectionCaseView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        InspectionCaseView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /** @description 登记编号 */
            registrationNumber: string;
            /**
             * Format: uuid
             * @description 本平台登记案件编号；历史导入为 null
             */
            registrationId: string | null;
            /**
             * Format: uuid
             * @description 台账版本编号
             */
            entryId: string;
            /**
             * @description 大额或抽取
             * @enum {string}
             */
            stratum: "large" | "small";
            /** @description 抽取键；大额为 null */
            drawKey: string | null;
        };
        InspectionFindingDetailView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 抽查计划编号
             */
            planId: string;
            /** @description 登记编号 */
            registrationNumber: string;
            /**
             * Format: uuid
             * @description 登记案件编号
             */
            registrationId: string | null;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "raised" | "answered" | "rectifying" | "reported" | "dismissed" | "closed";
            /**
             * @description 等级
             * @enum {string}
             */
            grade: "minor" | "major" | "severe";
            /** @description 发现的问题 */
            text: string;
            /** @description 证据 */
            evidence: string[];
            /**
             * Format: uuid
             * @description 提出人
             */
            raisedBy: string;
            /** @description 登记机构的答复 */
            answer: string | null;
            /**
             * Format: uuid
             * @description 答复人
             */
            answeredBy: string | null;
            /** @description 决定的理由 */
            decisionReason: string | null;
            /** @description 整改要求 */
            measure: string | null;
            /**
             * Format: uuid
             * @description 决定人
             */
            decidedBy: string | null;
            /** @description 整改报告 */
            report: string | null;
            /**
             * Format: date
             * @description 登记机构须在此日前办理
             */
            dueOn: string | null;
            /** @description 版本 */
            version: number;
            /**
             * Format: date-time
             * @description 提出时间
             */
            createdAt: string;
            /** @description 已发出的提醒 */
            reminders: components["schemas"]["ReminderView"][];
        };
        InspectionFindingPage: {
            /** @description 本页内容 */
            items: components["schemas"]["InspectionFindingView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        InspectionFindingView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 抽查计划编号
             */
            planId: string;
            /** @description 登记编号 */
            registrationNumber: string;
            /**
             * Format: uuid
             * @description 登记案件编号
             */
            registrationId: string | null;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "raised" | "answered" | "rectifying" | "reported" | "dismissed" | "closed";
            /**
             * @description 等级
             * @enum {string}
             */
            grade: "minor" | "major" | "severe";
            /** @description 发现的问题 */
            text: string;
            /** @description 证据 */
            evidence: string[];
            /**
             * Format: uuid
             * @description 提出人
             */
            raisedBy: string;
            /** @description 登记机构的答复 */
            answer: string | null;
            /**
             * Format: uuid
             * @description 答复人
             */
            answeredBy: string | null;
            /** @description 决定的理由 */
            decisionReason: string | null;
            /** @description 整改要求 */
            measure: string | null;
            /**
             * Format: uuid
             * @description 决定人
             */
            decidedBy: string | null;
            /** @description 整改报告 */
            report: string | null;
            /**
             * Format: date
             * @description 登记机构须在此日前办理
             */
            dueOn: string | null;
            /** @description 版本 */
            version: number;
            /**
             * Format: date-time
             * @description 提出时间
             */
            createdAt: string;
        };
        InspectionPlanPage: {
            /** @description 本页内容 */
            items: components["schemas"]["InspectionPlanView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        InspectionPlanView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /** @description 名称 */
            title: string;
            /** @description 统计期 */
            period: string;
            /**
             * Format: date
             * @description 截止日
             */
            cutOff: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "frozen" | "drawn";
            /** @description 技术交易额达到此数的全部检查 */
            largeFrom: components["schemas"]["MoneyView"];
            /** @description 其余抽取的项数 */
            smallCount: number;
            /** @description 种子来源，抽取前公布 */
            seedSource: string;
            /** @description 总体项数 */
            populationCount: number;
            /** @description 其中大额项数 */
            largeCount: number;
            /** @description 总体名单的 SHA-256：按登记编号排列，每行「编号,large 或 small」以换行结尾 */
            populationHash: string;
            /** @description 种子；抽取前为 null */
            seed: string | null;
            /** @description 抽取规则 */
            rule: string;
            /**
             * Format: date-time
             * @description 冻结时间
             */
            frozenAt: string;
            /**
             * Format: date-time
             * @description 抽取时间
             */
            drawnAt: string | null;
        };
        InstalmentDto: {
            /** @description 金额（元） */
            amountYuan: string;
            /**
             * Format: date
             * @description 应付日期
             */
            dueOn?: string;
            /** @description 付款条件 */
            condition?: string;
        };
        InstalmentView: {
            /** @description 金额 */
            amount: components["schemas"]["MoneyView"];
            /**
             * Format: date
             * @description 应付日期
             */
            dueOn: string | null;
            /** @description 付款条件 */
            condition: string | null;
        };
        IntroduceDto: {
            /**
             * Format: uuid
             * @description 撮合编号
             */
            matchId: string;
            /** @description 引荐说明 */
            message: string;
        };
        IntroducerView: {
            /**
             * @description 引荐人身份
             * @enum {string}
             */
            kind: "broker" | "demandSide" | "achievementSide";
            /**
             * Format: uuid
             * @description 引荐人编号
             */
            personId: string;
            /**
             * Format: uuid
             * @description 引荐人所在单位编号
             */
            organizationId: string;
            /** @description 所依据的委托编号 */
            mandateIds: string[];
        };
        IntroductionPage: {
            /** @description 本页内容 */
            items: components["schemas"]["IntroductionView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        IntroductionView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 撮合编号
             */
            matchId: string;
            /**
             * Format: uuid
             * @description 需求编号
             */
            demandId: string;
            /**
             * Format: uuid
             * @description 成果编号
             */
            achievementId: string;
            /**
             * Format: uuid
             * @description 需方单位编号
             */
            demandOrganizationId: string;
            /**
             * Format: uuid
             * @description 供方单位编号
             */
            achievementOrganizationId: string;
            /** @description 引荐人 */
            introducer: components["schemas"]["IntroducerView"];
            /**
             * @description 状态
             * @enum {string}
             */
            state: "proposed" | "accepted" | "declined";
            /** @description 引荐说明 */
            message: string;
            /** @description 双方接受记录 */
            acceptances: components["schemas"]["AcceptanceView"][];
            /** @description 谢绝原因 */
            declineReason: string | null;
            /** @description 版本 */
            version: number;
            /**
             * Format: date-time
             * @description 引荐时间
             */
            createdAt: string;
        };
        InventorDto: {
            /** @description 完成人姓名 */
            name: string;
            /** @description 约定份额（万分之一） */
            shareBasisPoints: number;
        };
        InventorView: {
            /** @description 完成人姓名 */
            name: string;
            /** @description 约定份额（万分之一） */
            shareBasisPoints: number;
        };
        InviteDto: {
            /** @description 账号 */
            account: string;
            /** @description 姓名 */
            displayName: string;
            /** @description 角色 */
            roles: string[];
        };
        InvitedMemberView: {
            /**
             * Format: uuid
             * @description 人员编号
             */
            personId: string;
            /** @description 姓名 */
            displayName: string;
            /**
             * @description 人员状态
             * @enum {string}
             */
            personState: "active" | "disabled";
            /** @description 角色 */
            roles: ("enterprise" | "researchUnit" | "broker" | "agencyManager" | "registrar" | "reviewer" | "rewardOfficer" | "auditor" | "countyOfficer" | "systemAdmin" | "securityAdmin")[];
            /**
             * Format: date-time
             * @description 加入时间
             */
            since: string;
            /** @description 版本，用于 If-Match */
            version: number;
            /** @description 首次登录用的一次性密码，只显示这一次；已有账号时为 null */
            initialSecret: string | null;
        };
        JointConferencePage: {
            /** @description 本页内容 */
            items: components["schemas"]["JointConferenceView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        JointConferenceView: {
            /** @description 代码 */
            code: string;
            /** @description 名称 */
            name: string;
            /** @description 出处：方案名称与章节、附表行次 */
            source: string;
            /** @description 牵头单位 */
            lead: string;
            /** @description 办公室所在单位 */
            office: string;
            /** @description 成员单位 */
            members: string[];
        };
        JsonWebKeyView: {
            /** @description 密钥类型 */
            kty: string;
            /** @description 曲线 */
            crv: string;
            /** @description 公钥（base64url） */
            x: string;
            /** @description 公钥编号 */
            kid: string;
            /** @description 用途 */
            use: string;
            /** @description 算法 */
            alg: string;
        };
        KeptSuggestionPage: {
            /** @description 本页内容 */
            items: components["schemas"]["KeptSuggestionView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        KeptSuggestionView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /** @description 问卷 */
            questionnaire: string;
            /** @description 回答 */
            answers: {
                [key: string]: string;
            };
            /** @description 建议 */
            suggestion: components["schemas"]["TypeSuggestionView"];
            /**
             * @description 登记机构认定的类型，未认定时为空
             * @enum {string|null}
             */
            decidedType: "development" | "transfer" | "licence" | "consulting" | "service" | null;
            /**
             * Format: uuid
             * @description 回答单位
             */
            organizationId: string;
            /**
             * Format: date-time
             * @description 回答时间
             */
            suggestedAt: string;
        };
        KeySetView: {
            /** @description 曾经使用的全部公钥（JWK Set，RFC 7517） */
            keys: components["schemas"]["JsonWebKeyView"][];
        };
        LandingDto: {
            /** @description 实施地县区代码 */
            countyCode: string;
            /** @description 示范区代码 */
            zoneCode?: string;
            /** @description 实施地点 */
            site?: string;
            /** @description 落地证明 */
            evidence: string[];
        };
        LandingView: {
            /** @description 实施地县区代码 */
            countyCode: string;
            /** @description 示范区代码 */
            zoneCode: string | null;
            /** @description 实施地点 */
            site: string | null;
            /** @description 落地证明 */
            evidence: string[];
        };
        LedgerAccountPage: {
            /** @description 本页内容 */
            items: components["schemas"]["LedgerAccountView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        LedgerAccountView: {
            /** @description 科目代码：基金/年度/类别[/奖补项目/受益人类别/受益人编号] */
            code: string;
            /** @description 余额 */
            balance: components["schemas"]["MoneyView"];
        };
        LedgerEntryPage: {
            /** @description 本页内容 */
            items: components["schemas"]["LedgerEntryView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        LedgerEntryView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * @description 种类
             * @enum {string}
             */
            kind: "appropriation" | "accrual" | "reversal" | "adjustment" | "release" | "payment" | "clawback" | "recovery";
            /** @description 事由 */
            reason: string;
            /**
             * Format: uuid
             * @description 冲销的分录
             */
            reverses: string | null;
            /**
             * Format: date-time
             * @description 时间
             */
            at: string;
            /** @description 借贷各笔，合计为零 */
            postings: components["schemas"]["LedgerPostingView"][];
        };
        LedgerPostingView: {
            /** @description 科目代码 */
            account: string;
            /** @description 金额：借方为正，贷方为负 */
            amount: components["schemas"]["MoneyView"];
        };
        LedgerProofPage: {
            /** @description 本页内容 */
            items: components["schemas"]["LedgerProofView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        LedgerProofView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: date-time
             * @description 核对时间
             */
            at: string;
            /** @description 分录数 */
            entries: number;
            /** @description 科目数 */
            accounts: number;
            /** @description 不一致之处，一致则为空 */
            problems: string[];
        };
        LicenceDto: {
            /**
             * @description 许可方式（独占、排他、普通）
             * @enum {string}
             */
            manner: "exclusive" | "sole" | "ordinary";
            /** @description 许可地域 */
            territory?: string;
            /**
             * Format: date
             * @description 许可至，不填按合同有效期
             */
            until?: string;
            /** @description 是否可以再许可 */
            sublicensable?: boolean;
        };
        LicenceView: {
            /**
             * @description 许可方式
             * @enum {string}
             */
            manner: "exclusive" | "sole" | "ordinary";
            /** @description 许可地域 */
            territory: string | null;
            /**
             * Format: date
             * @description 许可至
             */
            until: string | null;
            /** @description 是否可以再许可 */
            sublicensable: boolean;
        };
        ListedReceiptPage: {
            /** @description 本页内容 */
            items: components["schemas"]["ListedReceiptView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        ListedReceiptView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 合同编号
             */
            contractId: string;
            /**
             * Format: date
             * @description 到账日期
             */
            receivedOn: string;
            /** @description 技术性收入金额 */
            amount: components["schemas"]["MoneyView"];
            /**
             * @description 种类
             * @enum {string}
             */
            kind: "lumpSum" | "instalment" | "entryFee" | "royalty";
            /** @description 凭证号 */
            reference: string;
            /** @description 凭证说明 */
            evidence: string;
            /** @description 提成的计提基数 */
            royaltyBase: components["schemas"]["MoneyView"] | null;
            /**
             * Format: date-time
             * @description 登记时间
             */
            recordedAt: string;
            /**
             * Format: date-time
             * @description 作废时间
             */
            voidedAt: string | null;
            /** @description 作废原因 */
            voidReason: string | null;
            /** @description 按提成条款与计提基数应得的提成 */
            royaltyDue: components["schemas"]["MoneyView"] | null;
        };
        ListingPage: {
            /** @description 本页内容 */
            items: components["schemas"]["ListingView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        ListingView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 挂牌单位编号
             */
            organizationId: string;
            /**
             * Format: uuid
             * @description 成果编号
             */
            achievementId: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "draft" | "underNotice" | "suspended" | "listed" | "sold" | "stopped" | "expired" | "withdrawn";
            /**
             * @description 定价方式
             * @enum {string|null}
             */
            pricingMethod: "negotiated" | "listed" | "auction" | null;
            /**
             * @description 转化方式
             * @enum {string}
             */
            transferMode: "transfer" | "licence" | "equityContribution" | "cooperation" | "service";
            /** @description 拟交易价格 */
            price: components["schemas"]["MoneyView"] | null;
            /** @description 拟受让方与完成人有关联关系 */
            relatedParty: boolean;
            /** @description 公示日数 */
            noticeDays: number;
            /**
             * Format: uuid
             * @description 公示编号，未公示或无需公示为 null
             */
            noticeId: string | null;
            /**
             * Format: date
             * @description 挂牌有效期至
             */
            validUntil: string | null;
            /** @description 版本，用于 If-Match */
            version: number;
            /**
             * Format: date-time
             * @description 创建时间
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 可签约起始时间
             */
            listedAt: string | null;
        };
        LogServiceDto: {
            /**
             * Format: date
             * @description 服务日期
             */
            servedOn: string;
            /** @description 村 */
            village: string;
            /** @description 服务内容 */
            content: string;
        };
        MandatePage: {
            /** @description 本页内容 */
            items: components["schemas"]["MandateView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        MandateSubjectDto: {
            /**
             * @description 标的种类
             * @enum {string}
             */
            kind: "demand" | "achievement";
            /**
             * Format: uuid
             * @description 需求或成果编号
             */
            id: string;
        };
        MandateSubjectView: {
            /**
             * @description 标的种类
             * @enum {string}
             */
            kind: "demand" | "achievement";
            /**
             * Format: uuid
             * @description 需求或成果编号
             */
            id: string;
        };
        MandateView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 经纪人编号
             */
            brokerPersonId: string;
            /**
             * Format: uuid
             * @description 服务机构编号
             */
            agencyOrganizationId: string;
            /**
             * Format: uuid
             * @description 委托单位编号
             */
            principalOrganizationId: string;
            /** @description 委托标的 */
            subject: components["schemas"]["MandateSubjectView"];
            /**
             * Format: uuid
             * @description 所为的撮合编号
             */
            matchId: string | null;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "proposed" | "accepted" | "declined" | "ended";
            /** @description 佣金 */
            fee: components["schemas"]["FeeView"];
            /** @description 是否独家 */
            exclusive: boolean;
            /**
             * Format: date
             * @description 委托期限至
             */
            expiresOn: string;
            /**
             * Format: date
             * @description 尾款期最后一日
             */
            tailEndsOn: string;
            /** @description 谢绝或终止原因 */
            closeReason: string | null;
            /** @description 版本 */
            version: number;
            /**
             * Format: date-time
             * @description 提出时间
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 接受时间
             */
            acceptedAt: string | null;
        };
        MarkView: {
            /** @description 起始位置（UTF-16 单元，从 0 起） */
            start: number;
            /** @description 结束位置（不含） */
            end: number;
        };
        MatchFeedbackView: {
            /** @description 待答复 */
            proposed: number;
            /** @description 已接受 */
            accepted: number;
            /** @description 已引荐 */
            introduced: number;
            /** @description 已签约 */
            contracted: number;
            /** @description 已婉拒 */
            declined: number;
            /** @description 婉拒原因 */
            reasons: components["schemas"]["ReasonCountView"][];
        };
        MatchListView: {
            /** @description 撮合结果，按得分从高到低，最多 50 条 */
            items: components["schemas"]["TitledMatchView"][];
            /**
             * @description 整体结论：solved 有直接对应的成果，adaptable 无直接对应、可改造，none 暂无可用成果；已婉拒的不计
             * @enum {string}
             */
            verdict: "solved" | "adaptable" | "none";
            /** @description 对结果的说明；没有直接对应时在此写明 */
            notice: string | null;
        };
        MatchModelPage: {
            /** @description 本页内容 */
            items: components["schemas"]["MatchModelView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        MatchModelView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /** @description 版本 */
            version: string;
            /** @description 所依据的出厂模型 */
            baseVersion: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "candidate" | "active" | "retired" | "refused";
            /** @description 各信号的权重 */
            weights: components["schemas"]["SignalWeightView"][];
            /** @description 学习所用的反馈数 */
            trainedOn: number;
            /** @description 在判例集上的 nDCG@10 */
            ndcg: number;
            /** @description 出厂模型在同一判例集上的 nDCG@10 */
            referenceNdcg: number;
            /**
             * Format: date-time
             * @description 学成时间
             */
            createdAt: string;
        };
        MatchRunPage: {
            /** @description 本页内容 */
            items: components["schemas"]["MatchRunView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        MatchRunView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * @description 范围：full 全部需求，incremental 只处理有变化的
             * @enum {string}
             */
            scope: "full" | "incremental";
            /**
             * @description 缘由：night 夜间，modelSwitched 切换模型，command 命令，requested 人工发起
             * @enum {string}
             */
            reason: "night" | "modelSwitched" | "command" | "requested";
            /**
             * @description 状态
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed";
            /** @description 应处理的需求数 */
            total: number;
            /** @description 已处理的需求数 */
            done: number;
            /** @description 所用引擎（模型与词典），开始后才有 */
            engine: string | null;
            /** @description 失败原因 */
            error: string | null;
            /**
             * Format: date-time
             * @description 排队时间
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 开始时间
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description 结束时间
             */
            endedAt: string | null;
        };
        MatchView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 需求编号
             */
            demandId: string;
            /**
             * Format: uuid
             * @description 成果编号
             */
            achievementId: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "proposed" | "accepted" | "introduced" | "contracted" | "declined" | "superseded";
            /** @description 总分，0–100 */
            score: number;
            /**
             * @description 等级：strong 内容高度吻合，related 无直接对应、可改造
             * @enum {string}
             */
            grade: "strong" | "related";
            /** @description 一句话说明 */
            summary: string;
            /** @description 双方文字相合之处 */
            agreements: components["schemas"]["AgreementView"][];
            /** @description 不足，至少一项 */
            gaps: components["schemas"]["GapView"][];
            /** @description 得分构成 */
            signals: components["schemas"]["SignalView"][];
            /** @description 所用模型版本 */
            modelVersion: string;
            /**
             * @description 婉拒原因，仅供需双方和管理部门可见
             * @enum {string|null}
             */
            declineReason: "wrongField" | "immature" | "tooDear" | "ipUnclear" | "tooFar" | "alreadyHave" | "descriptionUnclear" | "other" | null;
            /** @description 婉拒的补充说明，仅供需双方和管理部门可见 */
            declineText: string | null;
            /** @description 已接受的一方 */
            acceptedBy: ("demand" | "achievement")[];
            /** @description 双方都已接受，建议引荐：POST /v1/introductions，填写 matchId */
            introductionSuggested: boolean;
            /**
             * Format: date-time
             * @description 提出时间
             */
            createdAt: string;
        };
        MaterialKindView: {
            /** @description 代码 */
            code: string;
            /** @description 名称 */
            title: string;
            /**
             * @description 何时需要：always 每份合同，byCase 视情形，afterPerformance 履行之后，anyTime 随时
             * @enum {string}
             */
            occasion: "always" | "byCase" | "afterPerformance" | "anyTime";
            /** @description 情形 */
            when: string;
            /** @description 出处 */
            source: string;
            /**
             * @description 可靠程度：secondary 转载，practice 平台自设
             * @enum {string}
             */
            evidence: "secondary" | "practice";
            /**
             * Format: date
             * @description 起始日期
             */
            effectiveFrom: string;
            /**
             * Format: date
             * @description 终止日期
             */
            effectiveTo: string | null;
        };
        MaterialKindsView: {
            /** @description 材料种类 */
            items: components["schemas"]["MaterialKindView"][];
        };
        MeView: {
            /**
             * Format: uuid
             * @description 人员编号
             */
            id: string;
            /** @description 姓名 */
            displayName: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "active" | "disabled";
            /**
             * Format: uuid
             * @description 当前代表的单位
             */
            organizationId: string;
            /** @description 当前角色 */
            roles: ("enterprise" | "researchUnit" | "broker" | "agencyManager" | "registrar" | "reviewer" | "rewardOfficer" | "auditor" | "countyOfficer" | "systemAdmin" | "securityAdmin")[];
            /** @description 所在单位 */
            organizations: components["schemas"]["OwnMembershipView"][];
        };
        MeetingPlanView: {
            /** @description 洽谈安排，按场次 */
            meetings: components["schemas"]["MeetingView"][];
            /** @description 没有排上的需求 */
            unserved: string[];
        };
        MeetingView: {
            /** @description 场次，从 1 起；同一场次谁也不会有两场 */
            slot: number;
            /**
             * Format: uuid
             * @description 撮合编号
             */
            matchId: string;
            /**
             * Format: uuid
             * @description 需求编号
             */
            demandId: string;
            /** @description 需求名称 */
            demandTitle: string;
            /**
             * Format: uuid
             * @description 成果编号
             */
            achievementId: string;
            /** @description 成果名称 */
            achievementTitle: string;
            /**
             * Format: uuid
             * @description 成果单位编号
             */
            organizationId: string;
            /** @description 成果单位名称 */
            organizationName: string;
            /** @description 撮合得分 */
            score: number;
        };
        MemberPage: {
            /** @description 本页内容 */
            items: components["schemas"]["MemberView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        MemberView: {
            /**
             * Format: uuid
             * @description 人员编号
             */
            personId: string;
            /** @description 姓名 */
            displayName: string;
            /**
             * @description 人员状态
             * @enum {string}
             */
            personState: "active" | "disabled";
            /** @description 角色 */
            roles: ("enterprise" | "researchUnit" | "broker" | "agencyManager" | "registrar" | "reviewer" | "rewardOfficer" | "auditor" | "countyOfficer" | "systemAdmin" | "securityAdmin")[];
            /**
             * Format: date-time
             * @description 加入时间
             */
            since: string;
            /** @description 版本，用于 If-Match */
            version: number;
        };
        MilestoneView: {
            /** @description 代码 */
            code: string;
            /** @description 年份 */
            year: number;
            /** @description 原文 */
            printed: string;
            /** @description 县区代码 */
            countyCodes: string[];
        };
        MoneyView: {
            /** @description 金额（元） */
            yuan: string;
            /** @description 金额（分） */
            fen: string;
        };
        MonthPaymentView: {
            /** @description 月份 */
            month: string;
            /** @description 兑付人数 */
            paid: number;
        };
        MonthRunView: {
            /** @description 月份 */
            month: string;
            /** @description 本次计提人数 */
            accrued: number;
            /** @description 预算不足而未计提的人数 */
            waiting: number;
        };
        MoveClockDto: {
            /** @description 向前的天数 */
            advanceDays?: number;
            /**
             * Format: date-time
             * @description 拨到的时刻
             */
            moveTo?: string;
        };
        NewApiKeyView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /** @description 用途 */
            name: string;
            /** @description 密钥开头 */
            hint: string;
            /** @description 权限范围 */
            scopes: string[];
            /**
             * Format: date-time
             * @description 创建时间
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 失效时间
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description 最近使用时间（精确到分钟）
             */
            lastUsedAt: string | null;
            /** @description 密钥全文，只显示这一次 */
            key: string;
        };
        NextStepView: {
            /** @description 建议 */
            advice: string;
            /** @description 方法 */
            method: string;
            /** @description 地址 */
            path: string;
            /** @description 已预填的内容 */
            body: components["schemas"]["PrefilledDemandView"];
        };
        NonTechnologyItemDto: {
            /**
             * @description 种类（设备、仪器、零部件、原材料、土建、差旅、其他）
             * @enum {string}
             */
            kind: "equipment" | "instrument" | "parts" | "rawMaterial" | "civilWorks" | "travel" | "other";
            /** @description 金额（元） */
            amountYuan: string;
            /** @description 是否为合理数量的技术载体或样品（直接成本不扣除） */
            withinReasonableCarrier: boolean;
        };
        NonTechnologyItemView: {
            /**
             * @description 种类
             * @enum {string}
             */
            kind: "equipment" | "instrument" | "parts" | "rawMaterial" | "civilWorks" | "travel" | "other";
            /** @description 金额 */
            amount: components["schemas"]["MoneyView"];
            /** @description 是否为合理数量的技术载体或样品 */
            withinReasonableCarrier: boolean;
        };
        NoticeItemView: {
            /** @description 项目 */
            label: string;
            /** @description 内容 */
            value: string;
        };
        NumbersUsedListView: {
            /** @description 各登记点 */
            items: components["schemas"]["NumbersUsedView"][];
        };
        NumbersUsedView: {
            /** @description 登记点代码 */
            office: string;
            /** @description 已用到的流水号 */
            lastSerial: number;
            /** @description 本平台发出的编号数 */
            issued: number;
            /** @description 其中已注销（编号不再使用） */
            cancelled: number;
            /** @description 从全国系统导入的编号数 */
            imported: number;
            /** @description 无法解释的空号（最多列 100 个），应为空 */
            unexplained: number[];
        };
        ObjectionPage: {
            /** @description 本页内容 */
            items: components["schemas"]["ObjectionView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        ObjectionView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 公示编号
             */
            noticeId: string;
            /**
             * Format: uuid
             * @description 提出单位编号
             */
            organizationId: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "open" | "upheld" | "dismissed";
            /** @description 事实和理由 */
            reason: string;
            /** @description 处理理由 */
            decisionReason: string | null;
            /**
             * Format: date-time
             * @description 提出时间
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 处理时间
             */
            decidedAt: string | null;
        };
        OfferChainView: {
            /** @description 全部报价，先后有序 */
            items: components["schemas"]["OfferView"][];
            /** @description 报价链是否完整（逐条核对摘要） */
            whole: boolean;
        };
        OfferDto: {
            /** @description 报价（元） */
            priceYuan: string;
            /**
             * @description 转化方式（转让、许可、作价投资、合作实施、技术服务）
             * @enum {string}
             */
            mode: "transfer" | "licence" | "equityContribution" | "cooperation" | "service";
            /** @description 条件 */
            terms: string;
        };
        OfferView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /** @description 序号，接受报价时引用 */
            serial: number;
            /**
             * Format: uuid
             * @description 报价单位编号
             */
            organizationId: string;
            /** @description 报价 */
            price: components["schemas"]["MoneyView"];
            /** @description 转化方式 */
            mode: string;
            /** @description 条件 */
            terms: string;
            /**
             * Format: date-time
             * @description 报价时间
             */
            offeredAt: string;
            /** @description 上一份报价的摘要（SHA-256） */
            previousHash: string | null;
            /** @description 本报价的摘要（SHA-256） */
            hash: string;
        };
        OfficerPostDto: {
            /**
             * Format: uuid
             * @description 人员编号
             */
            personId: string;
            /** @description 是否负责人 */
            head: boolean;
            /**
             * Format: uuid
             * @description B 角人员编号
             */
            backupPersonId?: string;
        };
        OfficerPostView: {
            /**
             * Format: uuid
             * @description 人员编号
             */
            personId: string;
            /** @description 是否负责人 */
            head: boolean;
            /**
             * Format: uuid
             * @description B 角人员编号
             */
            backupPersonId: string | null;
        };
        OpenDealDto: {
            /**
             * Format: uuid
             * @description 引荐编号
             */
            introductionId: string;
            /**
             * Format: uuid
             * @description 供方就该成果的挂牌编号
             */
            listingId?: string;
        };
        OpenRewardReviewDto: {
            /**
             * @description 奖补项目
             * @enum {string}
             */
            scheme: "agencyAward" | "brokerBonus" | "enterpriseAward";
            /** @description 年度 */
            fiscalYear: number;
            /**
             * Format: date
             * @description 申报截止日
             */
            applicationsUntil: string;
        };
        OpenedSessionView: {
            /**
             * Format: uuid
             * @description 会话编号
             */
            sessionId: string;
            /** @description 访问令牌，放入 Authorization: Bearer */
            accessToken: string;
            /**
             * @description 令牌类型
             * @enum {string}
             */
            tokenType: "Bearer";
            /** @description 访问令牌有效秒数 */
            expiresIn: number;
            /** @description 刷新令牌，只能用一次 */
            refreshToken: string;
            /**
             * Format: date-time
             * @description 刷新令牌失效时间
             */
            refreshExpiresAt: string;
            /**
             * Format: uuid
             * @description 人员编号
             */
            personId: string;
            /**
             * Format: uuid
             * @description 当前代表的单位
             */
            organizationId: string;
            /** @description 所在单位 */
            organizations: components["schemas"]["OwnMembershipView"][];
        };
        OpinionView: {
            /**
             * @description 意见
             * @enum {string}
             */
            stance: "register" | "refuse";
            /** @description 意见内容 */
            text: string;
            /** @description 建议的技术交易额 */
            technologyValue: components["schemas"]["MoneyView"] | null;
            /**
             * Format: date-time
             * @description 发表时间
             */
            givenAt: string;
        };
        OptionView: {
            /** @description 选项编号 */
            id: string;
            /** @description 选项 */
            text: string;
        };
        OrganizationPage: {
            /** @description 本页内容 */
            items: components["schemas"]["OrganizationView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        OrganizationView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * @description 单位类型
             * @enum {string}
             */
            kind: "enterprise" | "cooperative" | "university" | "institute" | "transferAgency" | "incubator" | "cityBureau" | "countyBureau" | "bank" | "evaluationAgency";
            /** @description 名称 */
            name: string;
            /** @description 统一社会信用代码 */
            creditCode: string;
            /** @description 代码前两位所示的机构类别 */
            creditCodeKind: string | null;
            /** @description 校验不符时的说明，仅本单位和科技局可见 */
            creditCodeOverride: string | null;
            /** @description 县区代码 */
            countyCode: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "unverified" | "rejected" | "verified" | "suspended";
            /** @description 退回或停用的原因 */
            stateReason: string | null;
            /** @description 版本，用于 If-Match */
            version: number;
            /**
             * Format: date-time
             * @description 注册时间
             */
            createdAt: string;
        };
        OwnMembershipView: {
            /**
             * Format: uuid
             * @description 单位编号
             */
            organizationId: string;
            /** @description 单位名称 */
            organizationName: string;
            /**
             * @description 单位类型
             * @enum {string}
             */
            organizationKind: "enterprise" | "cooperative" | "university" | "institute" | "transferAgency" | "incubator" | "cityBureau" | "countyBureau" | "bank" | "evaluationAgency";
            /**
             * @description 单位状态
             * @enum {string}
             */
            organizationState: "unverified" | "rejected" | "verified" | "suspended";
            /** @description 角色 */
            roles: ("enterprise" | "researchUnit" | "broker" | "agencyManager" | "registrar" | "reviewer" | "rewardOfficer" | "auditor" | "countyOfficer" | "systemAdmin" | "securityAdmin")[];
        };
        PanelCandidateView: {
            /**
             * Format: uuid
             * @description 申报编号
             */
            applicationId: string;
            /** @description 匿名代号 */
            code: string;
            /** @description 年度合计 */
            total: components["schemas"]["MoneyView"];
            /** @description 落地合同（成果）数 */
            contracts: number;
            /** @description 核实的效益 */
            benefit: components["schemas"]["MoneyView"];
            /** @description 不能获奖的理由 */
            ineligible: string | null;
            /** @description 申报说明 */
            statement: string;
            /** @description 证明材料 */
            evidence: string[];
            /** @description 您须回避的理由 */
            recusal: string | null;
            /** @description 您的评分表 */
            sheet: components["schemas"]["SheetView"] | null;
        };
        PanelResultView: {
            /**
             * @description 结论
             * @enum {string}
             */
            stance: "register" | "refuse" | "divided";
            /** @description 赞成人数 */
            inFavour: number;
            /** @description 反对人数 */
            against: number;
        };
        PanelView: {
            /** @description 评分项 */
            criteria: components["schemas"]["CriterionView"][];
            /** @description 候选对象 */
            items: components["schemas"]["PanelCandidateView"][];
        };
        PartyDto: {
            /**
             * @description 当事人身份（卖方、买方、中介方）
             * @enum {string}
             */
            role: "seller" | "buyer" | "intermediary";
            /**
             * Format: uuid
             * @description 单位编号
             */
            organizationId: string;
            /** @description 国别（地区）代码，不填为中国 */
            countryCode?: string;
            /** @description 买方、卖方性质代码 */
            natureCode?: string;
        };
        PastStepView: {
            /** @description 步骤 */
            event: string;
            /** @description 原状态 */
            fromState: string | null;
            /** @description 新状态 */
            toState: string;
            /** @description 理由 */
            reason: string | null;
            /**
             * Format: uuid
             * @description 经办人（仅登记机构与审计可见）
             */
            personId: string | null;
            /**
             * Format: date-time
             * @description 时间
             */
            at: string;
        };
        PatentPage: {
            /** @description 本页内容 */
            items: components["schemas"]["PatentView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        PatentView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 登记单位编号
             */
            organizationId: string;
            /**
             * Format: uuid
             * @description 所保护的成果编号
             */
            achievementId: string | null;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "applied" | "published" | "granted" | "rejected" | "expired" | "lapsed" | "surrendered" | "invalid";
            /** @description 专利号（不含前缀和点） */
            number: string;
            /**
             * @description 种类
             * @enum {string}
             */
            kind: "invention" | "utilityModel" | "design";
            /** @description 发明名称 */
            title: string;
            /**
             * Format: date
             * @description 申请日
             */
            filedOn: string;
            /**
             * Format: date
             * @description 期限的最后一日
             */
            expiresOn: string;
            /** @description 已质押 */
            pledged: boolean;
            /** @description 质权人同意转让或许可 */
            pledgeeConsents: boolean;
            /**
             * @description 有效的最强许可
             * @enum {string}
             */
            licence: "none" | "ordinary" | "sole" | "exclusive";
            /** @description 版本，用于 If-Match */
            version: number;
        };
        PayAwardDto: {
            /** @description 支付凭证号 */
            documentNumber: string;
            /**
             * Format: date
             * @description 支付日期
             */
            paidOn: string;
        };
        PayMonthDto: {
            /** @description 月份 */
            month: string;
            /** @description 支付凭证号 */
            documentNumber: string;
            /**
             * Format: date
             * @description 支付日期
             */
            paidOn: string;
        };
        PaymentDto: {
            /**
             * @description 支付方式（一次总付、分期、提成、入门费加提成）
             * @enum {string}
             */
            manner: "lumpSum" | "instalments" | "royalty" | "entryFeeAndRoyalty";
            /** @description 各期固定价款（分期时合计等于成交总额；入门费加提成时为入门费） */
            instalments?: components["schemas"]["InstalmentDto"][];
            /** @description 提成条款 */
            royalty?: components["schemas"]["RoyaltyDto"];
        };
        PaymentView: {
            /**
             * @description 支付方式
             * @enum {string}
             */
            manner: "lumpSum" | "instalments" | "royalty" | "entryFeeAndRoyalty";
            /** @description 各期固定价款 */
            instalments: components["schemas"]["InstalmentView"][];
            /** @description 提成条款 */
            royalty: components["schemas"]["RoyaltyView"] | null;
        };
        PersonView: {
            /**
             * Format: uuid
             * @description 人员编号
             */
            id: string;
            /** @description 姓名 */
            displayName: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "active" | "disabled";
        };
        PlaceView: {
            /**
             * @description 所在部分
             * @enum {string}
             */
            part: "title" | "summary";
            /** @description 起（UTF-16 字符序号，含） */
            start: number;
            /** @description 止（不含） */
            end: number;
        };
        PlanMeetingsDto: {
            /** @description 参加的需求，不填则取全部已发布的（最多 200 条） */
            demandIds?: string[];
            /** @description 每条需求最多几场 */
            meetingsPerDemand: number;
            /** @description 每个团队最多几场 */
            meetingsPerTeam: number;
            /**
             * @description 什么算一个团队：organization 一个单位，achievement 一项成果
             * @enum {string}
             */
            team?: "organization" | "achievement";
        };
        PolicyDifferenceView: {
            /** @description 条款 */
            term: string;
            /** @description 原为 */
            before: string;
            /** @description 改为 */
            after: string;
        };
        PopulationMemberView: {
            /** @description 登记编号 */
            registrationNumber: string;
            /**
             * @description 大额或其余
             * @enum {string}
             */
            stratum: "large" | "small";
        };
        PopulationView: {
            /** @description 按登记编号排列；下一页从最后一个编号之后取 */
            items: components["schemas"]["PopulationMemberView"][];
        };
        PostEnvoyDto: {
            /**
             * Format: uuid
             * @description 人员编号
             */
            personId: string;
            /** @description 县区代码 */
            countyCode: string;
            /** @description 服务的村 */
            villages: string[];
            /** @description 服务领域 */
            field: string;
            /**
             * Format: date
             * @description 上岗日
             */
            postedFrom: string;
            /** @description 选派文号 */
            documentNumber: string;
        };
        PrecheckDto: {
            /** @description 落地情况 */
            landing?: components["schemas"]["LandingDto"];
            /** @description 合同文本的 SHA-256 */
            contractTextSha256?: string;
        };
        PrecheckView: {
            /** @description 现在申请是否会被接收 */
            ready: boolean;
            /** @description 逐项结果 */
            findings: components["schemas"]["FindingView"][];
        };
        PrefilledDemandView: {
            /** @description 需求名称 */
            title: string;
            /** @description 需求描述 */
            summary: string;
            /** @description 技术领域 */
            field: string | null;
            /** @description 县区代码 */
            countyCode: string | null;
            /** @description 示范区代码 */
            zoneCode: string | null;
        };
        ProblemView: {
            /** @description 问题类型 */
            type: string;
            /** @description 问题名称 */
            title: string;
            /** @description HTTP 状态码 */
            status: number;
            /** @description 稳定的错误代码 */
            code: string;
            /** @description 发生了什么 */
            detail: string;
            /** @description 如何改正 */
            repair: string;
            /** @description 依据的条文 */
            article?: string;
            /** @description 请求编号，报修时请提供 */
            requestId: string;
            /** @description 逐字段的问题 */
            errors?: components["schemas"]["FieldProblemView"][];
        };
        ProcedureStagePage: {
            /** @description 本页内容 */
            items: components["schemas"]["ProcedureStageView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        ProcedureStageView: {
            /** @description 代码 */
            code: string;
            /** @description 次序 */
            position: number;
            /** @description 环节 */
            name: string;
            /** @description 出处：方案名称与章节、附表行次 */
            source: string;
        };
        ProposeMandateDto: {
            /** @description 委托标的 */
            subject: components["schemas"]["MandateSubjectDto"];
            /**
             * Format: uuid
             * @description 所为的撮合编号
             */
            matchId?: string;
            /** @description 佣金 */
            fee: components["schemas"]["FeeDto"];
            /** @description 是否独家 */
            exclusive?: boolean;
            /**
             * Format: date
             * @description 委托期限至
             */
            expiresOn: string;
            /** @description 尾款期（天）：到期后与引荐对象成交仍付佣金 */
            tailDays?: number;
        };
        PublicCertificateView: {
            /**
             * @description 状态：valid 有效，changed 已变更（以新版为准），cancelled 已注销
             * @enum {string}
             */
            state: "valid" | "changed" | "cancelled";
            /** @description 核验码 */
            verificationCode: string;
            /** @description 登记编号 */
            registrationNumber: string;
            /** @description 合同类型 */
            contractType: string;
            /** @description 卖方（部分隐去） */
            sellers: string[];
            /** @description 买方（部分隐去） */
            buyers: string[];
            /**
             * Format: date
             * @description 登记日期
             */
            registeredOn: string;
            /** @description 登记机构 */
            office: string;
            /** @description 内容的 SHA-256 */
            contentHash: string;
            /** @description 公钥编号 */
            keyId: string;
            /** @description 版次 */
            edition: number;
            /**
             * Format: date-time
             * @description 签发时间
             */
            issuedAt: string;
            /**
             * Format: date-time
             * @description 变更时间
             */
            changedAt: string | null;
            /**
             * Format: date-time
             * @description 注销时间
             */
            cancelledAt: string | null;
        };
        PublicNoticePage: {
            /** @description 本页内容 */
            items: components["schemas"]["PublicNoticeView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        PublicNoticeView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 公示单位编号
             */
            organizationId: string;
            /** @description 公示事项种类 */
            subjectKind: string;
            /**
             * Format: uuid
             * @description 公示事项编号
             */
            subjectId: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "running" | "suspended" | "ended" | "stopped" | "cancelled";
            /** @description 公示名称 */
            title: string;
            /** @description 公示内容 */
            items: components["schemas"]["NoticeItemView"][];
            /** @description 异议办法 */
            objectionProcedure: string;
            /**
             * Format: date
             * @description 公示日（不计入期间）
             */
            postedOn: string;
            /** @description 公示日数 */
            days: number;
            /**
             * Format: date
             * @description 最后一日，至 24 时止；次日起方可签约
             */
            lastDay: string;
            /** @description 有关年度放假安排尚未公布，最后一日从宽计算 */
            provisional: boolean;
            /** @description 最后一日的说明 */
            lastDayNote: string | null;
            /** @description 版本 */
            version: number;
        };
        PublishedAchievementView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 持有单位编号
             */
            organizationId: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "disclosed" | "collected" | "registered" | "published" | "withdrawn" | "transferred";
            /** @description 成果名称 */
            title: string;
            /** @description 公开摘要 */
            summary: string | null;
            /** @description 技术领域 */
            field: string | null;
            /** @description 关键词 */
            keywords: string[];
            /** @description 技术成熟度（1–9），不清楚为 null */
            readinessLevel: number | null;
            /**
             * @description 农业成果阶段
             * @enum {string|null}
             */
            farmStage: "smallTrial" | "regionalTrial" | "demonstration" | "extension" | null;
            /** @description 县区代码 */
            countyCode: string | null;
            /** @description 示范区代码 */
            zoneCode: string | null;
            /** @description 转化方式 */
            transferModes: ("transfer" | "licence" | "equityContribution" | "cooperation" | "service")[];
            /** @description 意向价格 */
            price: components["schemas"]["MoneyView"] | null;
            /**
             * @description 成果类型
             * @enum {string|null}
             */
            kind: "applied" | "basic" | "softScience" | null;
            /** @description 成果登记号 */
            registrationNumber: string | null;
            /** @description 版本，用于 If-Match */
            version: number;
            /**
             * Format: date-time
             * @description 创建时间
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 发布时间
             */
            publishedAt: string | null;
            /** @description 把介绍写得更清楚的建议；不影响发布 */
            advice: components["schemas"]["DescriptionAdviceView"][];
        };
        PublishedDemandView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 发布单位编号
             */
            organizationId: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "draft" | "published" | "met" | "withdrawn" | "expired";
            /** @description 需求名称 */
            title: string;
            /** @description 需求描述 */
            summary: string;
            /** @description 技术领域 */
            field: string | null;
            /** @description 县区代码 */
            countyCode: string;
            /** @description 示范区代码 */
            zoneCode: string | null;
            /** @description 预算 */
            budget: components["schemas"]["MoneyView"] | null;
            /** @description 希望的合作方式；空为不限 */
            transferModes: ("transfer" | "licence" | "equityContribution" | "cooperation" | "service")[];
            /**
             * Format: date
             * @description 希望用上的日期
             */
            neededBy: string | null;
            /** @description 希望的最低技术成熟度 */
            leastReadinessLevel: number | null;
            /** @description 排除的地区 */
            excludedRegionCodes: string[];
            /**
             * Format: date
             * @description 有效期至
             */
            validUntil: string | null;
            /** @description 版本，用于 If-Match */
            version: number;
            /**
             * Format: date-time
             * @description 创建时间
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 发布时间
             */
            publishedAt: string | null;
            /** @description 把描述写得更清楚的建议；不影响发布 */
            advice: components["schemas"]["DescriptionAdviceView"][];
        };
        QuestionView: {
            /** @description 问题编号 */
            id: string;
            /** @description 问题 */
            text: string;
            /** @description 提示 */
            help: string | null;
            /** @description 依据 */
            article: string;
            /** @description 选项 */
            options: components["schemas"]["OptionView"][];
        };
        QuestionnaireView: {
            /** @description 问卷 */
            id: string;
            /** @description 说明 */
            note: string;
            /**
             * Format: date
             * @description 适用自
             */
            effectiveFrom: string;
            /** @description 问题 */
            questions: components["schemas"]["QuestionView"][];
        };
        RaiseFindingDto: {
            /** @description 登记编号 */
            registrationNumber: string;
            /**
             * @description 等级：轻微、一般、严重
             * @enum {string}
             */
            grade: "minor" | "major" | "severe";
            /** @description 发现的问题 */
            text: string;
            /** @description 证据（材料名称、页码或文件哈希） */
            evidence: string[];
        };
        RankedView: {
            /**
             * Format: uuid
             * @description 申报编号
             */
            applicationId: string;
            /** @description 名次（并列同名次） */
            rank: number;
            /** @description 是否获奖 */
            awarded: boolean;
            /**
             * @description 与前一名以何区分
             * @enum {string}
             */
            by: "score" | "total" | "contracts" | "reachedAt" | "decision" | "equal" | "first";
        };
        ReadingView: {
            /** @description 出处 */
            source: string;
            /** @description 原文 */
            quote: string;
            /** @description 读法 */
            reading: string;
        };
        ReasonCountView: {
            /**
             * @description 婉拒原因
             * @enum {string}
             */
            reason: "wrongField" | "immature" | "tooDear" | "ipUnclear" | "tooFar" | "alreadyHave" | "descriptionUnclear" | "other";
            /** @description 次数；太少时为 null，以免认出是谁 */
            count: number | null;
            /** @description 给发布者的建议 */
            advice: string | null;
        };
        ReasonDto: {
            /** @description 理由 */
            reason: string;
        };
        ReceiptView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 合同编号
             */
            contractId: string;
            /**
             * Format: date
             * @description 到账日期
             */
            receivedOn: string;
            /** @description 技术性收入金额 */
            amount: components["schemas"]["MoneyView"];
            /**
             * @description 种类
             * @enum {string}
             */
            kind: "lumpSum" | "instalment" | "entryFee" | "royalty";
            /** @description 凭证号 */
            reference: string;
            /** @description 凭证说明 */
            evidence: string;
            /** @description 提成的计提基数 */
            royaltyBase: components["schemas"]["MoneyView"] | null;
            /**
             * Format: date-time
             * @description 登记时间
             */
            recordedAt: string;
            /**
             * Format: date-time
             * @description 作废时间
             */
            voidedAt: string | null;
            /** @description 作废原因 */
            voidReason: string | null;
        };
        RecordReceiptDto: {
            /**
             * Format: date
             * @description 到账日期
             */
            receivedOn: string;
            /** @description 技术性收入金额（元） */
            amountYuan: string;
            /**
             * @description 种类（一次总付、分期、入门费、提成）
             * @enum {string}
             */
            kind: "lumpSum" | "instalment" | "entryFee" | "royalty";
            /** @description 凭证号（同一合同内唯一） */
            reference: string;
            /** @description 凭证说明 */
            evidence: string;
            /** @description 提成的计提基数（元），仅提成填写 */
            royaltyBaseYuan?: string;
        };
        RecusalView: {
            /**
             * Format: uuid
             * @description 申报编号
             */
            applicationId: string;
            /**
             * Format: uuid
             * @description 评审专家
             */
            personId: string;
            /** @description 回避理由 */
            reason: string;
        };
        ReexaminationDecisionDto: {
            /**
             * @description 结论
             * @enum {string}
             */
            outcome: "upheld" | "changed" | "cancelled" | "reopened";
            /** @description 理由 */
            reason: string;
            /** @description 重新核定的技术交易额（结论为变更时必填，元） */
            verifiedTechnologyValueYuan?: string;
            /**
             * @description 核定合同类型（结论为变更时必填）
             * @enum {string}
             */
            type?: "development" | "transfer" | "licence" | "consulting" | "service";
        };
        ReexaminationRequestDto: {
            /**
             * @description 异议人
             * @enum {string}
             */
            objector: "registrant" | "taxAuthority" | "financeAuthority";
            /** @description 来函机关与文号（税务、财政机关提出时必填） */
            letter?: string;
            /** @description 异议理由 */
            reason: string;
        };
        ReexaminationView: {
            /**
             * Format: uuid
             * @description 异议编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 登记编号（平台内部）
             */
            registrationId: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "requested" | "decided" | "withdrawn";
            /**
             * @description 异议人
             * @enum {string}
             */
            objector: "registrant" | "taxAuthority" | "financeAuthority";
            /** @description 来函机关与文号 */
            letter: string | null;
            /** @description 异议理由 */
            reason: string;
            /**
             * @description 结论
             * @enum {string|null}
             */
            outcome: "upheld" | "changed" | "cancelled" | "reopened" | null;
            /** @description 结论的理由 */
            decisionReason: string | null;
            /**
             * Format: date-time
             * @description 提出时间
             */
            requestedAt: string;
            /**
             * Format: date-time
             * @description 办结时间
             */
            decidedAt: string | null;
        };
        ReexaminationsView: {
            /** @description 历次异议 */
            items: components["schemas"]["ReexaminationView"][];
        };
        RefreshDto: {
            /** @description 刷新令牌 */
            refreshToken: string;
        };
        RefusalDto: {
            /** @description 不予登记的理由 */
            grounds: components["schemas"]["RefusalGroundDto"][];
        };
        RefusalGroundDto: {
            /**
             * @description 不予登记的理由代码
             * @enum {string}
             */
            code: "notEffective" | "notTechnology" | "unclearSubject" | "approvalMissing" | "nameMismatch" | "monopoly" | "documentsWrong" | "sealMismatch" | "securityConditionUnmet" | "carriersExcessive" | "rightsEnded" | "duplicate" | "other";
            /** @description 依据的事实 */
            evidence: string;
        };
        RegisterAchievementDto: {
            /**
             * @description 成果类型（应用技术、基础理论、软科学）
             * @enum {string}
             */
            kind: "applied" | "basic" | "softScience";
        };
        RegistrationChangeView: {
            /**
             * Format: uuid
             * @description 变更申请编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 登记编号（平台内部）
             */
            registrationId: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "requested" | "verified" | "approved" | "refused";
            /** @description 变更后的项目名称 */
            title: string | null;
            /** @description 变更后的成交额 */
            contractValue: components["schemas"]["MoneyView"] | null;
            /** @description 变更后申报的技术交易额 */
            declaredTechnologyValue: components["schemas"]["MoneyView"] | null;
            /**
             * Format: date
             * @description 变更后的有效期至
             */
            validUntil: string | null;
            /** @description 变更后是否关联交易 */
            relatedParty: boolean | null;
            /** @description 变更理由 */
            reason: string;
            /** @description 变更证明 */
            evidence: string[];
            /** @description 重新核定的技术交易额 */
            verifiedTechnologyValue: components["schemas"]["MoneyView"] | null;
            /**
             * @description 核定合同类型
             * @enum {string|null}
             */
            verifiedType: "development" | "transfer" | "licence" | "consulting" | "service" | null;
            /** @description 核定或不予变更的理由 */
            decisionReason: string | null;
            /**
             * Format: date-time
             * @description 申请时间
             */
            requestedAt: string;
            /**
             * Format: date-time
             * @description 办结时间
             */
            decidedAt: string | null;
        };
        RegistrationChangesView: {
            /** @description 历次变更申请 */
            items: components["schemas"]["RegistrationChangeView"][];
        };
        RegistrationEntryPage: {
            /** @description 本页内容 */
            items: components["schemas"]["RegistrationEntryView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        RegistrationEntryView: {
            /**
             * Format: uuid
             * @description 台账版本编号
             */
            id: string;
            /** @description 登记编号 */
            registrationNumber: string;
            /**
             * Format: uuid
             * @description 本平台登记案件编号；历史导入为 null
             */
            registrationId: string | null;
            /**
             * @description 登记来源
             * @enum {string}
             */
            source: "market" | "historic";
            /** @description 适用规则 */
            ruleSetId: string;
            /** @description 项目名称 */
            title: string;
            /** @description 合同类别 */
            type: string;
            /** @description 合同类别名称 */
            typeName: string;
            /** @description 合同子类名称 */
            subTypeName: string | null;
            /** @description 技术领域 */
            field: string | null;
            /** @description 知识产权类型 */
            ipKind: string | null;
            /** @description 计划类别 */
            plan: string | null;
            /** @description 社会经济目标代码 */
            goal: string | null;
            /** @description 国民经济行业门类 */
            industry: string | null;
            /** @description 支付方式 */
            payment: string | null;
            /** @description 涉外；未填为 null */
            foreign: boolean | null;
            /** @description 卖方 */
            seller: components["schemas"]["EntryPartyView"];
            /** @description 买方 */
            buyer: components["schemas"]["EntryPartyView"];
            /** @description 合同成交总额 */
            contractValue: components["schemas"]["MoneyView"];
            /** @description 核定技术交易额 */
            technologyValue: components["schemas"]["MoneyView"];
            /** @description 技术性收入 */
            technologyIncome: components["schemas"]["MoneyView"];
            /** @description 关联交易 */
            relatedParty: boolean;
            /**
             * Format: date
             * @description 签订日期
             */
            signedOn: string | null;
            /**
             * Format: date
             * @description 有效期至
             */
            validUntil: string | null;
            /**
             * Format: date
             * @description 登记日期
             */
            registeredOn: string;
            /**
             * Format: date
             * @description 注销日期
             */
            cancelledOn: string | null;
            /**
             * Format: date
             * @description 这一版本自
             */
            validFrom: string;
            /**
             * Format: date
             * @description 这一版本至（不含）
             */
            validTo: string | null;
        };
        RegistrationHistoryView: {
            /** @description 办理步骤 */
            steps: components["schemas"]["PastStepView"][];
            /** @description 登记版次 */
            revisions: components["schemas"]["RevisionView"][];
        };
        RegistrationOfficeView: {
            /** @description 登记点代码 */
            code: string;
            /** @description 名称 */
            name: string;
            /** @description 服务的县区代码 */
            counties: string[];
            /**
             * Format: date
             * @description 启用日
             */
            effectiveFrom: string;
            /**
             * Format: date
             * @description 停用日
             */
            effectiveTo: string | null;
        };
        RegistrationOfficesView: {
            /** @description 登记机构 */
            items: components["schemas"]["RegistrationOfficeView"][];
        };
        RegistrationOnDayView: {
            /**
             * Format: date
             * @description 日期
             */
            on: string;
            /** @description 当日终了时的办理状态；尚未申请为 null */
            state: string | null;
            /** @description 当日有效或最后的登记内容 */
            revision: components["schemas"]["RevisionView"] | null;
        };
        RegistrationReminderPage: {
            /** @description 本页内容 */
            items: components["schemas"]["RegistrationReminderView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        RegistrationReminderView: {
            /**
             * Format: uuid
             * @description 提醒编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 登记编号（平台内部）
             */
            registrationId: string;
            /** @description 平台编号 */
            provisionalNumber: string;
            /** @description 项目名称 */
            title: string;
            /**
             * @description 提醒的时点
             * @enum {string}
             */
            threshold: "half" | "fourFifths" | "overdue";
            /**
             * Format: date
             * @description 期限自何日起
             */
            startedOn: string;
            /**
             * Format: date
             * @description 办结期限
             */
            dueOn: string;
            /** @description 登记点代码 */
            office: string;
            /** @description 当时由谁办理 */
            holder: string;
            /**
             * Format: uuid
             * @description 当时的经办人
             */
            holderPersonId: string | null;
            /**
             * Format: date-time
             * @description 提醒时间
             */
            sentAt: string;
        };
        RegistrationRuleSetView: {
            /** @description 规则编号 */
            id: string;
            /** @description 名称 */
            title: string;
            /** @description 来源 */
            source: string;
            /**
             * @description 文本可靠程度
             * @enum {string}
             */
            evidence: "read" | "secondary" | "draft";
            /** @description 说明 */
            note: string;
            /**
             * Format: date
             * @description 施行日
             */
            effectiveFrom: string;
            /**
             * Format: date
             * @description 废止前最后一日
             */
            effectiveTo: string | null;
            /** @description 认定期限 */
            examination: components["schemas"]["TermView"];
            /** @description 大额标准（技术交易额，含本数） */
            largeFrom: components["schemas"]["MoneyView"] | null;
            /** @description 大额或有争议的期限 */
            largeTerm: components["schemas"]["TermView"] | null;
        };
        RegistrationRuleSetsView: {
            /** @description 按受理日适用的规则 */
            items: components["schemas"]["RegistrationRuleSetView"][];
        };
        RelationPage: {
            /** @description 本页内容 */
            items: components["schemas"]["RelationView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        RelationView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * @description 一方类别
             * @enum {string}
             */
            fromKind: "person" | "organization";
            /**
             * Format: uuid
             * @description 一方编号
             */
            fromId: string;
            /**
             * @description 另一方类别
             * @enum {string}
             */
            toKind: "person" | "organization";
            /**
             * Format: uuid
             * @description 另一方编号
             */
            toId: string;
            /**
             * @description 关系
             * @enum {string}
             */
            kind: "member" | "relative" | "shareholder" | "adviser" | "project" | "other";
            /** @description 说明 */
            note: string;
            /**
             * Format: date-time
             * @description 申报时间
             */
            at: string;
            /**
             * Format: date-time
             * @description 终止时间
             */
            endedAt: string | null;
        };
        ReminderView: {
            /**
             * @description 将到期或已逾期
             * @enum {string}
             */
            kind: "soon" | "overdue";
            /**
             * Format: date
             * @description 期限
             */
            dueOn: string;
            /**
             * Format: date-time
             * @description 提醒时间
             */
            at: string;
        };
        RemovalDto: {
            /** @description 移除原因 */
            reason: string;
        };
        ReportPatentEventDto: {
            /**
             * @description 事项（公布、授权、驳回、终止、恢复、放弃、宣告无效）
             * @enum {string}
             */
            event: "publish" | "grant" | "reject" | "lapse" | "restore" | "surrender" | "invalidate";
            /** @description 依据（通知书或决定的名称、文号、日期） */
            reason: string;
        };
        ReportView: {
            /** @description 统计期 */
            period: string;
            /**
             * Format: date
             * @description 起
             */
            from: string;
            /**
             * Format: date
             * @description 止
             */
            to: string;
            /** @description 上年同期 */
            previousPeriod: string;
            /**
             * Format: date
             * @description 截止日：以这一天结束时的登记状态为准
             */
            cutOff: string;
            /** @description 只含一方在本县区的合同；全市为 null */
            county: string | null;
            /** @description 各维度 */
            tables: components["schemas"]["FigureTableView"][];
        };
        RequestMatchRunDto: {
            /**
             * @description 范围：full 全部需求，incremental 只处理有变化的
             * @enum {string}
             */
            scope: "full" | "incremental";
        };
        ReviewCandidateView: {
            /**
             * Format: uuid
             * @description 申报编号
             */
            applicationId: string;
            /** @description 匿名代号 */
            code: string;
            /** @description 年度合计 */
            total: components["schemas"]["MoneyView"];
            /** @description 落地合同（成果）数 */
            contracts: number;
            /** @description 核实的效益 */
            benefit: components["schemas"]["MoneyView"];
            /** @description 不能获奖的理由 */
            ineligible: string | null;
        };
        ReviewReasonDto: {
            /** @description 理由 */
            reason: string;
        };
        RevisionView: {
            /** @description 版次 */
            revision: number;
            /**
             * @description 类别
             * @enum {string}
             */
            kind: "registered" | "changed" | "cancelled";
            /**
             * Format: date
             * @description 生效日
             */
            effectiveOn: string;
            /** @description 项目名称 */
            title: string;
            /**
             * @description 核定合同类型
             * @enum {string}
             */
            type: "development" | "transfer" | "licence" | "consulting" | "service";
            /** @description 成交额 */
            contractValue: components["schemas"]["MoneyView"];
            /** @description 核定技术交易额 */
            technologyValue: components["schemas"]["MoneyView"];
            /** @description 理由 */
            reason: string | null;
            /**
             * Format: date-time
             * @description 时间
             */
            at: string;
        };
        RewardAccrualDetailView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * @description 奖补项目
             * @enum {string}
             */
            scheme: "agencyAward" | "brokerBonus";
            /** @description 政策编号 */
            policyId: string;
            /**
             * @description 受益人类别
             * @enum {string}
             */
            beneficiaryKind: "organization" | "person";
            /**
             * Format: uuid
             * @description 受益人编号
             */
            beneficiaryId: string;
            /** @description 年度（按登记日期，北京时间） */
            fiscalYear: number;
            /**
             * @description 状态：provisional 暂计，awarded 已批准，paid 已兑付，closed 未获奖
             * @enum {string}
             */
            state: "provisional" | "awarded" | "paid" | "closed";
            /** @description 年度合计核定技术交易额 */
            total: components["schemas"]["MoneyView"];
            /** @description 是否达到起计额 */
            thresholdReached: boolean;
            /** @description 是否已封顶 */
            capped: boolean;
            /** @description 金额（暂计的，评审后方可兑付） */
            provisionalAmount: components["schemas"]["MoneyView"];
            /** @description 版本 */
            version: number;
            /** @description 计算过程 */
            arithmetic: string;
            /** @description 依据的政策 */
            policy: components["schemas"]["RewardPolicyView"];
            /** @description 最近的逐笔记录（至多 100 笔，全部见 /items） */
            entries: components["schemas"]["RewardItemView"][];
        };
        RewardAccrualPage: {
            /** @description 本页内容 */
            items: components["schemas"]["RewardAccrualView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        RewardAccrualView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * @description 奖补项目
             * @enum {string}
             */
            scheme: "agencyAward" | "brokerBonus";
            /** @description 政策编号 */
            policyId: string;
            /**
             * @description 受益人类别
             * @enum {string}
             */
            beneficiaryKind: "organization" | "person";
            /**
             * Format: uuid
             * @description 受益人编号
             */
            beneficiaryId: string;
            /** @description 年度（按登记日期，北京时间） */
            fiscalYear: number;
            /**
             * @description 状态：provisional 暂计，awarded 已批准，paid 已兑付，closed 未获奖
             * @enum {string}
             */
            state: "provisional" | "awarded" | "paid" | "closed";
            /** @description 年度合计核定技术交易额 */
            total: components["schemas"]["MoneyView"];
            /** @description 是否达到起计额 */
            thresholdReached: boolean;
            /** @description 是否已封顶 */
            capped: boolean;
            /** @description 金额（暂计的，评审后方可兑付） */
            provisionalAmount: components["schemas"]["MoneyView"];
            /** @description 版本 */
            version: number;
        };
        RewardApplicationPage: {
            /** @description 本页内容 */
            items: components["schemas"]["RewardApplicationView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        RewardApplicationView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 评审编号
             */
            reviewId: string;
            /**
             * @description 申报对象类别
             * @enum {string}
             */
            applicantKind: "organization" | "person";
            /**
             * Format: uuid
             * @description 申报对象编号
             */
            applicantId: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "submitted" | "returned" | "accepted" | "excluded" | "withdrawn";
            /** @description 申报说明 */
            statement: string;
            /** @description 证明材料 */
            evidence: string[];
            /** @description 核实的效益 */
            benefit: components["schemas"]["MoneyView"];
            /** @description 审查意见 */
            findings: string | null;
            /** @description 版本 */
            version: number;
        };
        RewardAwardView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 申报编号
             */
            applicationId: string;
            /** @description 批准金额 */
            amount: components["schemas"]["MoneyView"];
            /** @description 实付金额 */
            paid: components["schemas"]["MoneyView"] | null;
            /** @description 理由 */
            reason: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "approved" | "paid";
            /** @description 支付凭证号 */
            paymentDocument: string | null;
            /**
             * Format: date
             * @description 支付日期
             */
            paidOn: string | null;
        };
        RewardAwardsView: {
            /** @description 奖补 */
            items: components["schemas"]["RewardAwardView"][];
        };
        RewardDistributionView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /** @description 序号 */
            serial: number;
            /** @description 凭证 */
            reference: string;
            /**
             * Format: date
             * @description 日期
             */
            onDate: string;
            /** @description 净额 */
            net: components["schemas"]["MoneyView"];
            /** @description 奖励总额 */
            pool: components["schemas"]["MoneyView"];
            /** @description 结转下一笔 */
            carried: components["schemas"]["MoneyView"];
            /** @description 计算过程与条文 */
            arithmetic: string;
            /** @description 各人应得，合计恰为奖励总额 */
            shares: components["schemas"]["RewardShareView"][];
        };
        RewardItemPage: {
            /** @description 本页内容 */
            items: components["schemas"]["RewardItemView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        RewardItemView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 登记编号（系统）
             */
            registrationId: string;
            /**
             * @description 结果：计入、不计入、扣回、调整
             * @enum {string}
             */
            outcome: "counted" | "refused" | "reversed" | "adjusted";
            /** @description 不计入的理由 */
            reason: string | null;
            /** @description 公开事项 */
            disclosure: string | null;
            /** @description 份额（万分之几） */
            shareBasisPoints: number;
            /** @description 计入基数 */
            base: components["schemas"]["MoneyView"];
            /** @description 此后年度合计 */
            totalAfter: components["schemas"]["MoneyView"];
            /** @description 此后暂计金额 */
            amountAfter: components["schemas"]["MoneyView"];
            /** @description 本次入账 */
            increment: components["schemas"]["MoneyView"];
            /**
             * Format: uuid
             * @description 账簿分录编号
             */
            entryId: string | null;
            /**
             * Format: date-time
             * @description 时间
             */
            at: string;
        };
        RewardParticipantDto: {
            /**
             * Format: uuid
             * @description 人员编号（没有平台账号的不填）
             */
            personId?: string;
            /** @description 姓名 */
            name: string;
            /** @description 是否主要贡献人员 */
            main: boolean;
            /**
             * @description 领导职务：none 无，chief 正职，deputy 其他领导
             * @enum {string}
             */
            leader: "none" | "chief" | "deputy";
            /** @description 占奖励总额的份额（万分之几） */
            shareBasisPoints: number;
        };
        RewardParticipantView: {
            /**
             * Format: uuid
             * @description 人员编号
             */
            personId: string | null;
            /** @description 姓名 */
            name: string;
            /** @description 是否主要贡献人员 */
            main: boolean;
            /**
             * @description 领导职务
             * @enum {string}
             */
            leader: "none" | "chief" | "deputy";
            /** @description 份额（万分之几） */
            shareBasisPoints: number;
        };
        RewardPlanDetailView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 成果编号
             */
            achievementId: string;
            /**
             * Format: uuid
             * @description 合同编号
             */
            contractId: string | null;
            /**
             * @description 方式
             * @enum {string}
             */
            mode: "netIncome" | "equity" | "profit";
            /** @description 奖励总额的比例（万分之几） */
            poolBasisPoints: number;
            /** @description 年限 */
            years: number | null;
            /**
             * @description 依据
             * @enum {string}
             */
            basis: "unitRule" | "agreement" | "default";
            /** @description 参加人员 */
            participants: components["schemas"]["RewardParticipantView"][];
            /**
             * @description 状态
             * @enum {string}
             */
            state: "draft" | "publicized" | "effective" | "stopped" | "withdrawn";
            /**
             * Format: uuid
             * @description 公示编号
             */
            noticeId: string | null;
            /** @description 版本 */
            version: number;
            /** @description 逐笔分配 */
            distributions: components["schemas"]["RewardDistributionView"][];
            /** @description 每名受益人的对账单 */
            statements: components["schemas"]["RewardStatementView"][];
            /** @description 所依条文 */
            articles: string[];
        };
        RewardPlanPage: {
            /** @description 本页内容 */
            items: components["schemas"]["RewardPlanView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        RewardPlanView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 成果编号
             */
            achievementId: string;
            /**
             * Format: uuid
             * @description 合同编号
             */
            contractId: string | null;
            /**
             * @description 方式
             * @enum {string}
             */
            mode: "netIncome" | "equity" | "profit";
            /** @description 奖励总额的比例（万分之几） */
            poolBasisPoints: number;
            /** @description 年限 */
            years: number | null;
            /**
             * @description 依据
             * @enum {string}
             */
            basis: "unitRule" | "agreement" | "default";
            /** @description 参加人员 */
            participants: components["schemas"]["RewardParticipantView"][];
            /**
             * @description 状态
             * @enum {string}
             */
            state: "draft" | "publicized" | "effective" | "stopped" | "withdrawn";
            /**
             * Format: uuid
             * @description 公示编号
             */
            noticeId: string | null;
            /** @description 版本 */
            version: number;
        };
        RewardPoliciesView: {
            /** @description 全部奖补政策 */
            items: components["schemas"]["RewardPolicyView"][];
        };
        RewardPolicyReasonDto: {
            /** @description 理由 */
            reason: string;
        };
        RewardPolicySimulationPage: {
            /** @description 本页内容 */
            items: components["schemas"]["RewardPolicySimulationView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        RewardPolicySimulationView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 政策版本编号
             */
            versionId: string;
            /** @description 年度 */
            fiscalYear: number;
            /** @description 所依数据的 SHA-256：同一数据可复算 */
            factsHash: string;
            /** @description 登记份数 */
            contracts: number;
            /** @description 对照的版本编号 */
            beforePolicyId: string;
            /** @description 原版本合计 */
            beforeTotal: components["schemas"]["MoneyView"];
            /** @description 新版本合计 */
            afterTotal: components["schemas"]["MoneyView"];
            /** @description 金额有变化的受益人 */
            changed: components["schemas"]["SimulatedBeneficiaryView"][];
            /** @description 金额不变的受益人数 */
            unchanged: number;
            /**
             * Format: date-time
             * @description 试算时间
             */
            at: string;
        };
        RewardPolicyVersionDetailView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "draft" | "published" | "withdrawn";
            /** @description 内容 */
            policy: components["schemas"]["RewardPolicyView"];
            /** @description 内容的 SHA-256 */
            bodyHash: string;
            /** @description 修订理由 */
            reason: string;
            /**
             * Format: uuid
             * @description 起草人
             */
            draftedBy: string;
            /**
             * Format: date-time
             * @description 起草时间
             */
            draftedAt: string;
            /**
             * Format: uuid
             * @description 发布人
             */
            publishedBy: string | null;
            /**
             * Format: date-time
             * @description 发布时间
             */
            publishedAt: string | null;
            /** @description 版本 */
            version: number;
            /** @description 与施行前一日有效版本的差异 */
            differences: components["schemas"]["PolicyDifferenceView"][];
        };
        RewardPolicyVersionPage: {
            /** @description 本页内容 */
            items: components["schemas"]["RewardPolicyVersionView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        RewardPolicyVersionView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "draft" | "published" | "withdrawn";
            /** @description 内容 */
            policy: components["schemas"]["RewardPolicyView"];
            /** @description 内容的 SHA-256 */
            bodyHash: string;
            /** @description 修订理由 */
            reason: string;
            /**
             * Format: uuid
             * @description 起草人
             */
            draftedBy: string;
            /**
             * Format: date-time
             * @description 起草时间
             */
            draftedAt: string;
            /**
             * Format: uuid
             * @description 发布人
             */
            publishedBy: string | null;
            /**
             * Format: date-time
             * @description 发布时间
             */
            publishedAt: string | null;
            /** @description 版本 */
            version: number;
        };
        RewardPolicyView: {
            /** @description 政策编号 */
            id: string;
            /**
             * @description 奖补项目
             * @enum {string}
             */
            scheme: "agencyAward" | "brokerBonus";
            /** @description 名称 */
            title: string;
            /**
             * @description 受益人
             * @enum {string}
             */
            beneficiary: "organization" | "person";
            /** @description 比例 */
            rate: string;
            /** @description 起计额（含） */
            threshold: components["schemas"]["MoneyView"];
            /** @description 每受益人每年度上限 */
            capPerYear: components["schemas"]["MoneyView"];
            /** @description 合计达到此数时封顶 */
            capBindsAt: components["schemas"]["MoneyView"];
            /** @description 评审名次（前几名），无则为 null */
            topRanks: number | null;
            /** @description 是否一生只奖一次 */
            oncePerLifetime: boolean;
            /** @description 原文 */
            wording: string;
            /** @description 来源 */
            source: string;
            /** @description 计算口径 */
            reading: string;
            /**
             * @description 性质：plan 方案所定，platform 平台暂行，bureau 科技局发布
             * @enum {string}
             */
            standing: "plan" | "platform" | "bureau";
            /**
             * Format: date
             * @description 施行日
             */
            effectiveFrom: string;
            /**
             * Format: date
             * @description 失效日
             */
            effectiveTo: string | null;
        };
        RewardReviewDetailView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * @description 奖补项目
             * @enum {string}
             */
            scheme: "agencyAward" | "brokerBonus" | "enterpriseAward";
            /** @description 年度 */
            fiscalYear: number;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "collecting" | "scoring" | "tied" | "ranked" | "publicized" | "awaitingApproval" | "approved" | "paid" | "archived" | "void";
            /**
             * Format: date
             * @description 申报截止日
             */
            applicationsUntil: string;
            /**
             * Format: uuid
             * @description 公示编号
             */
            noticeId: string | null;
            /** @description 冻结名单的 SHA-256 */
            snapshotHash: string | null;
            /** @description 归档的 SHA-256 */
            archiveHash: string | null;
            /** @description 版本 */
            version: number;
            /** @description 候选名单 */
            candidates: components["schemas"]["ReviewCandidateView"][];
            /** @description 评审专家 */
            panel: string[];
            /** @description 回避 */
            recusals: components["schemas"]["RecusalView"][];
            /** @description 评分表（排名前不公开） */
            sheets: components["schemas"]["SheetView"][];
            /** @description 排名 */
            ranking: components["schemas"]["RankedView"][];
            /** @description 待裁定的并列 */
            openTie: string[];
        };
        RewardReviewSummaryPage: {
            /** @description 本页内容 */
            items: components["schemas"]["RewardReviewSummaryView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        RewardReviewSummaryView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * @description 奖补项目
             * @enum {string}
             */
            scheme: "agencyAward" | "brokerBonus" | "enterpriseAward";
            /** @description 年度 */
            fiscalYear: number;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "collecting" | "scoring" | "tied" | "ranked" | "publicized" | "awaitingApproval" | "approved" | "paid" | "archived" | "void";
            /**
             * Format: date
             * @description 申报截止日
             */
            applicationsUntil: string;
            /**
             * Format: uuid
             * @description 公示编号
             */
            noticeId: string | null;
        };
        RewardReviewView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * @description 奖补项目
             * @enum {string}
             */
            scheme: "agencyAward" | "brokerBonus" | "enterpriseAward";
            /** @description 年度 */
            fiscalYear: number;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "collecting" | "scoring" | "tied" | "ranked" | "publicized" | "awaitingApproval" | "approved" | "paid" | "archived" | "void";
            /**
             * Format: date
             * @description 申报截止日
             */
            applicationsUntil: string;
            /**
             * Format: uuid
             * @description 公示编号
             */
            noticeId: string | null;
            /** @description 冻结名单的 SHA-256 */
            snapshotHash: string | null;
            /** @description 归档的 SHA-256 */
            archiveHash: string | null;
            /** @description 版本 */
            version: number;
        };
        RewardShareView: {
            /**
             * Format: uuid
             * @description 人员编号
             */
            personId: string | null;
            /** @description 姓名 */
            name: string;
            /** @description 应得 */
            amount: components["schemas"]["MoneyView"];
        };
        RewardSimulationView: {
            /** @description 逐份合同 */
            contracts: components["schemas"]["SupposedContractView"][];
            /** @description 合计 */
            total: components["schemas"]["MoneyView"];
            /** @description 暂计金额 */
            amount: components["schemas"]["MoneyView"];
            /** @description 计算过程 */
            arithmetic: string;
            /** @description 依据的政策 */
            policy: components["schemas"]["RewardPolicyView"];
        };
        RewardStatementView: {
            /**
             * Format: uuid
             * @description 人员编号
             */
            personId: string | null;
            /** @description 姓名 */
            name: string;
            /** @description 应得 */
            amount: components["schemas"]["MoneyView"];
            /** @description 逐笔说明 */
            lines: string[];
        };
        RolesDto: {
            /** @description 角色 */
            roles: string[];
        };
        RowErrorView: {
            /** @description 列名 */
            column: string | null;
            /** @description 错误码 */
            code: string;
            /** @description 原因 */
            detail: string;
            /** @description 如何改正 */
            repair: string;
        };
        RoyaltyDto: {
            /**
             * @description 提成基数（产品价格、新增产值、利润、销售额）
             * @enum {string}
             */
            base: "productPrice" | "addedOutput" | "profit" | "sales";
            /** @description 提成比例（一级为固定，多级为递增或递减） */
            steps: components["schemas"]["RoyaltyStepDto"][];
            /**
             * @description 结算周期（月、季、半年、年）
             * @enum {string}
             */
            settlement: "monthly" | "quarterly" | "halfYearly" | "yearly";
            /** @description 是否约定查阅有关会计账目 */
            auditRight: boolean;
            /**
             * Format: date
             * @description 提成至
             */
            until?: string;
        };
        RoyaltyStepDto: {
            /** @description 计提基数自（元），第一级为 0 */
            fromYuan: string;
            /** @description 提成比例（万分之几） */
            rateBasisPoints: number;
        };
        RoyaltyStepView: {
            /** @description 计提基数自 */
            from: components["schemas"]["MoneyView"];
            /** @description 提成比例（万分之几） */
            rateBasisPoints: number;
        };
        RoyaltyView: {
            /**
             * @description 提成基数
             * @enum {string}
             */
            base: "productPrice" | "addedOutput" | "profit" | "sales";
            /** @description 提成级距 */
            steps: components["schemas"]["RoyaltyStepView"][];
            /**
             * @description 比例形态（固定、递增、递减、分段）
             * @enum {string}
             */
            shape: "fixed" | "rising" | "falling" | "mixed";
            /**
             * @description 结算周期
             * @enum {string}
             */
            settlement: "monthly" | "quarterly" | "halfYearly" | "yearly";
            /** @description 是否约定查阅会计账目 */
            auditRight: boolean;
            /**
             * Format: date
             * @description 提成至
             */
            until: string | null;
        };
        RuleSetView: {
            /**
             * @description 规则编号
             * @enum {string}
             */
            id: "2000-063" | "2026-MIIT";
            /** @description 名称 */
            title: string;
            /** @description 来源 */
            source: string;
            /**
             * @description 文本可靠程度
             * @enum {string}
             */
            evidence: "read" | "secondary" | "draft";
            /** @description 说明 */
            note: string;
        };
        RunMonthDto: {
            /** @description 月份 */
            month: string;
        };
        RunView: {
            /**
             * @description 相同、删去、加入
             * @enum {string}
             */
            kind: "same" | "removed" | "added";
            /** @description 文字 */
            text: string;
        };
        SaveSearchDto: {
            /** @description 名称，便于自己辨认 */
            name: string;
            /** @description 要找什么，与检索时相同 */
            q: string;
            /**
             * @description 在哪里找
             * @enum {string}
             */
            kind: "achievements" | "demands" | "listings" | "institutions" | "policies";
            /** @description 示范区代码 */
            zone?: string;
            /** @description 县区代码 */
            county?: string;
            /** @description 技术领域 */
            field?: string;
        };
        SavedFilterView: {
            /** @description 条件 */
            name: string;
            /** @description 值 */
            value: string;
        };
        SavedSearchPage: {
            /** @description 本页内容 */
            items: components["schemas"]["SavedSearchView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        SavedSearchView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /** @description 名称 */
            name: string;
            /** @description 要找什么 */
            q: string;
            /** @description 在哪里找 */
            kind: string;
            /** @description 筛选条件 */
            filters: components["schemas"]["SavedFilterView"][];
            /** @description 未读的新结果数 */
            unread: number;
            /**
             * Format: date-time
             * @description 保存时间
             */
            createdAt: string;
        };
        ScopeListView: {
            /** @description 密钥可用的权限范围 */
            items: string[];
        };
        ScoreCandidateDto: {
            /** @description 评分 */
            scores: components["schemas"]["CriterionScoreDto"][];
            /** @description 评语 */
            comment?: string;
        };
        SearchAlertPage: {
            /** @description 本页内容 */
            items: components["schemas"]["SearchAlertView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        SearchAlertView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 所属的已存检索
             */
            savedSearchId: string;
            /** @description 已存检索的名称 */
            savedSearchName: string;
            /** @description 类别 */
            kind: string;
            /**
             * Format: uuid
             * @description 新结果的编号
             */
            subjectId: string;
            /** @description 新结果的名称 */
            title: string;
            /**
             * Format: date-time
             * @description 发现时间
             */
            foundAt: string;
            /**
             * Format: date-time
             * @description 阅读时间，未读为 null
             */
            readAt: string | null;
        };
        SearchHitView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * @description 类别
             * @enum {string}
             */
            kind: "achievements" | "demands" | "listings" | "institutions" | "policies";
            /**
             * Format: uuid
             * @description 单位编号；政策为 null
             */
            organizationId: string | null;
            /** @description 名称 */
            title: string;
            /** @description 名称中命中的位置 */
            titleMarks: components["schemas"]["MarkView"][];
            /** @description 简介 */
            summary: string | null;
            /** @description 简介中命中的一段 */
            snippet: components["schemas"]["SnippetView"] | null;
            /** @description 技术领域 */
            field: string | null;
            /** @description 县区代码 */
            countyCode: string | null;
            /** @description 示范区代码 */
            zoneCode: string | null;
            /** @description 报价或预算 */
            price: components["schemas"]["MoneyView"] | null;
            /** @description 技术成熟度（1–9） */
            readinessLevel: number | null;
            /** @description 单位类型 */
            institutionKind: string | null;
            /** @description 出处（政策） */
            source: string | null;
            /** @description 在哪里查看全文 */
            path: string;
            /**
             * Format: date-time
             * @description 发布时间
             */
            publishedAt: string | null;
        };
        SearchView: {
            /**
             * @description 由哪个检索引擎给出
             * @enum {string}
             */
            engine: "postgres" | "meilisearch";
            /** @description 本页内容 */
            items: components["schemas"]["SearchHitView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
            /** @description 命中条数 */
            total: number;
            /** @description 可筛选的条件及条数；只在第一页给出 */
            facets: components["schemas"]["FacetView"][];
            /** @description 原文无命中时改按什么检索 */
            corrected: string | null;
            /** @description 没有字面命中，以下只是读音相近 */
            soundsAlike: boolean;
            /** @description 没有结果时的下一步 */
            next: components["schemas"]["NextStepView"] | null;
        };
        SecondReviewDto: {
            /**
             * @description 复核结论
             * @enum {string}
             */
            decision: "approve" | "sendBack";
            /** @description 理由（退回时必填） */
            reason?: string;
        };
        SeedConflictPage: {
            /** @description 本页内容 */
            items: components["schemas"]["SeedConflictView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        SeedConflictView: {
            /** @description 代码 */
            code: string;
            /** @description 事项 */
            subject: string;
            /** @description 出处：方案名称与章节、附表行次 */
            source: string;
            /** @description 并列的读法，不作取舍 */
            readings: components["schemas"]["ReadingView"][];
        };
        SessionPage: {
            /** @description 本页内容 */
            items: components["schemas"]["SessionView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        SessionView: {
            /**
             * Format: uuid
             * @description 会话编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 代表的单位
             */
            organizationId: string;
            /**
             * Format: date-time
             * @description 登录时间
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 最迟结束时间
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description 最近续期时间
             */
            lastUsedAt: string | null;
        };
        SettledAmountsView: {
            /** @description 成交总额（补充后） */
            contractValue: components["schemas"]["MoneyView"];
            /** @description 技术交易额（补充后） */
            technologyValue: components["schemas"]["MoneyView"];
        };
        SheetView: {
            /**
             * Format: uuid
             * @description 申报编号
             */
            applicationId: string;
            /**
             * Format: uuid
             * @description 评审专家
             */
            personId: string;
            /** @description 加权得分（0–10000） */
            weighted: number;
            /** @description 评语 */
            comment: string | null;
            /**
             * Format: date-time
             * @description 时间
             */
            at: string;
        };
        SignContractDto: {
            /** @description 所签文本的摘要（合同的 textHash） */
            textHash: string;
        };
        SignInDto: {
            /** @description 账号 */
            account: string;
            /** @description 密码 */
            password: string;
            /**
             * Format: uuid
             * @description 代表哪个单位（默认最先加入的）
             */
            organizationId?: string;
            /** @description 新密码（初始密码或到期时） */
            newPassword?: string;
        };
        SignUpDto: {
            /**
             * @description 单位类型
             * @enum {string}
             */
            kind: "enterprise" | "cooperative" | "university" | "institute" | "transferAgency" | "incubator" | "bank" | "evaluationAgency";
            /** @description 单位名称 */
            name: string;
            /** @description 统一社会信用代码 */
            creditCode: string;
            /** @description 校验不符时的说明 */
            creditCodeOverride?: string;
            /** @description 县区代码 */
            countyCode: string;
            /** @description 账号 */
            account: string;
            /** @description 密码 */
            password: string;
            /** @description 姓名 */
            displayName: string;
        };
        SignabilityView: {
            /**
             * Format: uuid
             * @description 挂牌编号
             */
            listingId: string;
            /** @description 现在可以签约；不可以时以问题答复说明依据与日期 */
            signable: boolean;
        };
        SignalView: {
            /** @description 代码 */
            name: string;
            /** @description 名称 */
            title: string;
            /** @description 分值，可为负；各项之和等于总分 */
            points: number;
        };
        SignalWeightView: {
            /** @description 信号代码 */
            name: string;
            /** @description 权重，1 为出厂值 */
            weight: number;
        };
        SimulateRewardDto: {
            /**
             * @description 奖补项目
             * @enum {string}
             */
            scheme: "agencyAward" | "brokerBonus";
            /** @description 合同 */
            contracts: components["schemas"]["SimulatedContractDto"][];
        };
        SimulateRewardPolicyDto: {
            /** @description 年度 */
            fiscalYear: number;
        };
        SimulatedBeneficiaryView: {
            /**
             * @description 受益人类别
             * @enum {string}
             */
            beneficiaryKind: "organization" | "person";
            /**
             * Format: uuid
             * @description 受益人编号
             */
            beneficiaryId: string;
            /** @description 年度合计 */
            total: components["schemas"]["MoneyView"];
            /** @description 按原版本 */
            before: components["schemas"]["MoneyView"];
            /** @description 按新版本 */
            after: components["schemas"]["MoneyView"];
        };
        SimulatedContractDto: {
            /** @description 核定技术交易额（元） */
            technologyValueYuan: string;
            /** @description 份额（万分之几，缺省 10000） */
            shareBasisPoints?: number;
            /** @description 是否在示范区落地（缺省是） */
            landed?: boolean;
            /** @description 是否关联交易（缺省否） */
            relatedParty?: boolean;
        };
        SnippetView: {
            /** @description 简介中与检索词相关的一段 */
            text: string;
            /** @description 这段文字中命中的位置 */
            marks: components["schemas"]["MarkView"][];
        };
        StaffingDto: {
            /** @description 全部岗位 */
            posts: components["schemas"]["OfficerPostDto"][];
        };
        StaffingView: {
            /** @description 岗位 */
            posts: components["schemas"]["OfficerPostView"][];
            /** @description 提示（不妨碍办理） */
            warnings: components["schemas"]["StaffingWarningView"][];
        };
        StaffingWarningView: {
            /**
             * @description 代码
             * @enum {string}
             */
            code: "tooFewRegistrars" | "noHead" | "noBackup" | "backupOutside";
            /** @description 说明 */
            text: string;
        };
        StateAmountsDto: {
            /** @description 成交总额（元） */
            contractValueYuan: string;
            /** @description 技术交易额（元） */
            technologyValueYuan: string;
            /** @description 补充依据 */
            reason: string;
        };
        StateView: {
            /**
             * @description 状态
             * @enum {string}
             */
            state: "ok" | "degraded" | "down";
        };
        StatedGroundView: {
            /**
             * @description 理由代码
             * @enum {string}
             */
            code: "notEffective" | "notTechnology" | "unclearSubject" | "approvalMissing" | "nameMismatch" | "monopoly" | "documentsWrong" | "sealMismatch" | "securityConditionUnmet" | "carriersExcessive" | "rightsEnded" | "duplicate" | "other";
            /** @description 理由 */
            title: string;
            /** @description 依据的事实 */
            evidence: string;
            /** @description 如何改正 */
            repair: string;
        };
        SuggestionsView: {
            /** @description 建议的检索词，至多 10 个 */
            items: string[];
        };
        SumsView: {
            /** @description 合同项数 */
            count: number;
            /** @description 合同成交额 */
            contractValue: components["schemas"]["MoneyView"];
            /** @description 核定技术交易额 */
            technologyValue: components["schemas"]["MoneyView"];
            /** @description 技术性收入 */
            technologyIncome: components["schemas"]["MoneyView"];
        };
        SupplementDto: {
            /** @description 补正说明 */
            note: string;
            /** @description 补正材料 */
            documents: string[];
        };
        SupplementRequestDto: {
            /** @description 需补正的内容 */
            request: string;
        };
        SupplementView: {
            /**
             * Format: date-time
             * @description 补正时间
             */
            suppliedAt: string;
            /** @description 补正说明 */
            note: string;
            /** @description 补正材料 */
            documents: string[];
        };
        SupposedContractView: {
            /** @description 计入基数 */
            base: components["schemas"]["MoneyView"];
            /** @description 不计入的理由 */
            reason: string | null;
        };
        SwitchMatchModelDto: {
            /** @description 切换的原因，记入审计 */
            reason: string;
        };
        TaskDueView: {
            /**
             * @description 限年完成或持续推进
             * @enum {string}
             */
            kind: "year" | "ongoing";
            /** @description 原文 */
            printed: string;
            /** @description 年份 */
            year: number | null;
        };
        TaskPage: {
            /** @description 本页内容 */
            items: components["schemas"]["TaskView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        TaskTargetView: {
            /** @description 内容 */
            measure: string;
            /** @description 数值（十进制文本） */
            value: string;
            /** @description 区间上限 */
            upper: string | null;
            /** @description 单位 */
            unit: string;
            /**
             * @description 比较符
             * @enum {string}
             */
            comparison: ">=" | ">" | "=" | "<=";
            /** @description 原文 */
            printed: string;
        };
        TaskView: {
            /** @description 代码 */
            code: string;
            /** @description 序号 */
            number: number;
            /** @description 分项 */
            branch: number | null;
            /** @description 出处：方案名称与章节、附表行次 */
            source: string;
            /** @description 所属建设任务 */
            group: string | null;
            /** @description 工作任务 */
            name: string;
            /** @description 示范区代码 */
            zoneCode: string | null;
            /** @description 预期目标原文 */
            goal: string;
            /** @description 牵头单位 */
            leads: string[];
            /** @description 配合单位 */
            cooperating: string[];
            /** @description 完成时限 */
            due: components["schemas"]["TaskDueView"];
            /** @description 任务内节点 */
            milestones: components["schemas"]["MilestoneView"][];
            /** @description 目标中的数值 */
            targets: components["schemas"]["TaskTargetView"][];
        };
        TaxItemView: {
            /**
             * @description 优惠
             * @enum {string}
             */
            relief: "corporateIncome" | "valueAdded" | "agriculturalTraining" | "stamp" | "reward" | "research";
            /** @description 名称 */
            title: string;
            /** @description 规定 */
            rule: string;
            /** @description 来源 */
            source: string;
            /** @description 条款 */
            article: string;
            /**
             * @description 核对程度（读过原文、转载、未核对）
             * @enum {string}
             */
            evidence: "read" | "secondary" | "unverified";
            /**
             * Format: date
             * @description 适用自
             */
            effectiveFrom: string;
            /**
             * Format: date
             * @description 适用至
             */
            effectiveTo: string | null;
            /**
             * @description 本市场应有的资料是否齐全（不表示可以享受）
             * @enum {string}
             */
            standing: "ready" | "incomplete" | "notOfType";
            /** @description 需要什么 */
            needs: components["schemas"]["TaxNeedView"][];
        };
        TaxNeedView: {
            /** @description 事项 */
            fact: string;
            /** @description 所需资料或条件 */
            text: string;
            /**
             * @description 已有、缺少、由纳税人出示
             * @enum {string}
             */
            standing: "onFile" | "missing" | "toShow";
            /** @description 说明 */
            detail: string | null;
        };
        TaxPackView: {
            /** @description 说明 */
            disclaimer: string;
            /**
             * Format: date
             * @description 按哪一天的规定
             */
            on: string;
            /** @description 技术交易额（补充后、核定或申报） */
            technologyValue: components["schemas"]["MoneyView"];
            /** @description 已取得的技术性收入 */
            income: components["schemas"]["MoneyView"];
            /** @description 技术部分的印花税（每一方），金额未定时为空 */
            stampDuty: components["schemas"]["MoneyView"] | null;
            /** @description 各项优惠 */
            items: components["schemas"]["TaxItemView"][];
            /** @description 企业所得税试算：所填所得及示例 */
            transferTaxes: components["schemas"]["TransferTaxView"][];
        };
        TechEnvoyPage: {
            /** @description 本页内容 */
            items: components["schemas"]["TechEnvoyView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        TechEnvoyView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 人员编号
             */
            personId: string;
            /** @description 县区代码 */
            countyCode: string;
            /** @description 服务的村 */
            villages: string[];
            /** @description 服务领域 */
            field: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "serving" | "ended";
            /**
             * Format: date
             * @description 上岗日
             */
            postedFrom: string;
            /**
             * Format: date
             * @description 离岗日
             */
            postedTo: string | null;
            /** @description 选派文号 */
            documentNumber: string;
            /** @description 版本 */
            version: number;
        };
        TenancyMilestoneView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * @description 种类
             * @enum {string}
             */
            kind: "product" | "financing" | "revenue" | "intellectualProperty" | "employment" | "qualification" | "other";
            /** @description 说明 */
            note: string;
            /**
             * Format: date
             * @description 达到日
             */
            reachedOn: string;
        };
        TenancyPage: {
            /** @description 本页内容 */
            items: components["schemas"]["TenancyView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        TenancyView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 孵化载体编号
             */
            incubatorOrganizationId: string;
            /**
             * Format: uuid
             * @description 企业编号
             */
            enterpriseOrganizationId: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "applied" | "admitted" | "graduated" | "left" | "refused" | "cancelled";
            /** @description 入驻计划 */
            plan: string;
            /**
             * Format: date
             * @description 申请日
             */
            appliedOn: string;
            /**
             * Format: date
             * @description 入驻日
             */
            admittedOn: string | null;
            /**
             * Format: date
             * @description 约定的截止日
             */
            plannedUntil: string | null;
            /**
             * Format: date
             * @description 结束日
             */
            endedOn: string | null;
            /** @description 版本 */
            version: number;
        };
        TermView: {
            /** @description 期限 */
            count: number;
            /**
             * @description 单位
             * @enum {string}
             */
            unit: "day" | "workingDay";
            /** @description 条款 */
            article: string;
        };
        TitledMatchView: {
            /**
             * Format: uuid
             * @description 编号
             */
            id: string;
            /**
             * Format: uuid
             * @description 需求编号
             */
            demandId: string;
            /**
             * Format: uuid
             * @description 成果编号
             */
            achievementId: string;
            /**
             * @description 状态
             * @enum {string}
             */
            state: "proposed" | "accepted" | "introduced" | "contracted" | "declined" | "superseded";
            /** @description 总分，0–100 */
            score: number;
            /**
             * @description 等级：strong 内容高度吻合，related 无直接对应、可改造
             * @enum {string}
             */
            grade: "strong" | "related";
            /** @description 一句话说明 */
            summary: string;
            /** @description 双方文字相合之处 */
            agreements: components["schemas"]["AgreementView"][];
            /** @description 不足，至少一项 */
            gaps: components["schemas"]["GapView"][];
            /** @description 得分构成 */
            signals: components["schemas"]["SignalView"][];
            /** @description 所用模型版本 */
            modelVersion: string;
            /**
             * @description 婉拒原因，仅供需双方和管理部门可见
             * @enum {string|null}
             */
            declineReason: "wrongField" | "immature" | "tooDear" | "ipUnclear" | "tooFar" | "alreadyHave" | "descriptionUnclear" | "other" | null;
            /** @description 婉拒的补充说明，仅供需双方和管理部门可见 */
            declineText: string | null;
            /** @description 已接受的一方 */
            acceptedBy: ("demand" | "achievement")[];
            /** @description 双方都已接受，建议引荐：POST /v1/introductions，填写 matchId */
            introductionSuggested: boolean;
            /**
             * Format: date-time
             * @description 提出时间
             */
            createdAt: string;
            /** @description 需求名称 */
            demandTitle: string;
            /** @description 成果名称 */
            achievementTitle: string;
        };
        TownshipCountView: {
            /** @description 重点布局的乡镇数 */
            count: number;
            /** @description 分支产业 */
            branch: string | null;
        };
        TransferTaxView: {
            /** @description 年度技术转让所得 */
            income: components["schemas"]["MoneyView"];
            /** @description 免征部分 */
            exempt: components["schemas"]["MoneyView"];
            /** @description 应纳税所得额 */
            taxable: components["schemas"]["MoneyView"];
            /** @description 应纳税额 */
            tax: components["schemas"]["MoneyView"];
        };
        TypeKindView: {
            /**
             * @description 合同类型
             * @enum {string|null}
             */
            type: "development" | "transfer" | "licence" | "consulting" | "service" | null;
            /** @description 合同子类 */
            subType: string | null;
        };
        TypeReasonView: {
            /** @description 理由 */
            text: string;
            /** @description 依据 */
            article: string;
        };
        TypeSuggestionView: {
            /**
             * @description 合同类型
             * @enum {string|null}
             */
            type: "development" | "transfer" | "licence" | "consulting" | "service" | null;
            /** @description 合同子类 */
            subType: string | null;
            /**
             * @description 结果（建议、不是技术合同、回答不足）
             * @enum {string}
             */
            standing: "suggested" | "notTechnology" | "undecided";
            /** @description 理由与依据 */
            reasons: components["schemas"]["TypeReasonView"][];
            /** @description 其他可能的类型 */
            alternatives: components["schemas"]["TypeKindView"][];
            /** @description 回答后即可判断的问题 */
            openQuestions: string[];
        };
        VerificationView: {
            /** @description 重新计算的结果与定稿一致 */
            intact: boolean;
            /** @description 定稿时的清单哈希 */
            listHash: string;
            /** @description 现在计算的清单哈希 */
            countedListHash: string;
            /** @description 定稿时的数字哈希 */
            figuresHash: string;
            /** @description 现在计算的数字哈希 */
            countedFiguresHash: string;
        };
        VerifyCertificateDto: {
            /** @description 签名原文（signedText，逐字不改） */
            signedText: string;
            /** @description 签名 */
            signature: string;
            /** @description 公钥编号 */
            keyId: string;
        };
        VersionChangeView: {
            /** @description 位置 */
            path: string;
            /** @description 所在部分 */
            label: string;
            /**
             * @description 加入、删去、修改
             * @enum {string}
             */
            kind: "added" | "removed" | "changed";
            /** @description 原文 */
            before: string | null;
            /** @description 新文 */
            after: string | null;
            /** @description 金额差异 */
            amount: components["schemas"]["AmountChangeView"] | null;
            /** @description 红线对照（较长文字） */
            redLine: components["schemas"]["RunView"][] | null;
        };
        VoidReceiptDto: {
            /** @description 作废原因 */
            reason: string;
        };
        YearOnYearView: {
            /** @description 项数同比（%） */
            count: string | null;
            /** @description 成交额同比（%） */
            contractValue: string | null;
            /** @description 技术交易额同比（%） */
            technologyValue: string | null;
            /** @description 技术性收入同比（%） */
            technologyIncome: string | null;
        };
        ZoneAreaView: {
            /**
             * @description 核心区或辐射区
             * @enum {string}
             */
            level: "core" | "radiating";
            /** @description 县区代码；方案未指明县区时为 621000 */
            countyCode: string;
            /** @description 乡镇 */
            township: string | null;
            /** @description 村 */
            village: string | null;
            /** @description 园区、矿区、川区等 */
            place: string | null;
            /** @description 分支产业 */
            branch: string | null;
        };
        ZoneDetailView: {
            /** @description 代码 */
            code: string;
            /**
             * @description 区、带、园
             * @enum {string}
             */
            kind: "area" | "belt" | "park";
            /** @description 名称 */
            name: string;
            /** @description 产业 */
            industry: string;
            /** @description 出处：方案名称与章节、附表行次 */
            source: string;
            /** @description 布局原文 */
            layout: string;
            /** @description 主推原文 */
            promotion: string;
            /** @description 核心区与辐射区 */
            areas: components["schemas"]["ZoneAreaView"][];
            /** @description 乡镇数 */
            townships: components["schemas"]["TownshipCountView"][];
            /**
             * @description 主推内容的性质：技术、应用示范或实验室
             * @enum {string}
             */
            promotedKind: "technology" | "applicationTheme" | "laboratory";
            /** @description 主推技术 */
            promotedTechnologies: string[];
            /** @description 附表2 中本示范区的任务与目标 */
            tasks: components["schemas"]["TaskView"][];
        };
        ZonePage: {
            /** @description 本页内容 */
            items: components["schemas"]["ZoneView"][];
            /** @description 下一页的 cursor，最后一页为 null */
            nextCursor: string | null;
        };
        ZoneView: {
            /** @description 代码 */
            code: string;
            /**
             * @description 区、带、园
             * @enum {string}
             */
            kind: "area" | "belt" | "park";
            /** @description 名称 */
            name: string;
            /** @description 产业 */
            industry: string;
            /** @description 出处：方案名称与章节、附表行次 */
            source: string;
            /** @description 布局原文 */
            layout: string;
            /** @description 主推原文 */
            promotion: string;
            /** @description 核心区与辐射区 */
            areas: components["schemas"]["ZoneAreaView"][];
            /** @description 乡镇数 */
            townships: components["schemas"]["TownshipCountView"][];
            /**
             * @description 主推内容的性质：技术、应用示范或实验室
             * @enum {string}
             */
            promotedKind: "technology" | "applicationTheme" | "laboratory";
            /** @description 主推技术 */
            promotedTechnologies: string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    certificatePage_keySet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeySetView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    certificatePage_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 核验码 */
                verificationCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    health_report: {
        parameters: {
            query?: {
                /** @description 是否列出各部分 */
                verbose?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    health_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    achievementReward_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardPlanPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    achievementReward_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftRewardPlanDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardPlanView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    achievementReward_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardPlanDetailView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    achievementReward_distribute: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DistributeRewardDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardDistributionView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    achievementReward_publish: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardPlanView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    achievementReward_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardPlanView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    achievement_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AchievementPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    achievement_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAchievementDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FullAchievementView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    achievement_mine: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AchievementPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    achievement_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FullAchievementView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    achievement_amend: {
        parameters: {
            query?: never;
            header: {
                /** @description 所依据的版本：读取时答复的 ETag */
                "If-Match": string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendAchievementDto"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FullAchievementView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    matchFeedback_ofAchievement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchFeedbackView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    matching_ofAchievement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AchievementMatchListView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    achievement_publish: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedAchievementView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    achievement_register: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterAchievementDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FullAchievementView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    achievement_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AchievementView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    apiKey_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyListView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    apiKey_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKeyView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    apiKey_known: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopeListView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    apiKey_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    attachment_list: {
        parameters: {
            query: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
                /** @description 所属对象：contract 合同，contractRegistration 认定登记 */
                subjectKind: "contract" | "contractRegistration";
                /** @description 合同或认定登记的编号 */
                subjectId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    attachment_add: {
        parameters: {
            query: {
                /** @description 所属对象：contract 合同，contractRegistration 认定登记 */
                subjectKind: "contract" | "contractRegistration";
                /** @description 合同或认定登记的编号 */
                subjectId: string;
                /** @description 材料种类 */
                materialKind: "contractText" | "registrationForm" | "sellerRegistration" | "legalRepresentativeMandate" | "planConsent" | "approvalDocument" | "rightCertificate" | "technologyIncomeForm" | "supplement" | "payment" | "acceptance" | "other";
                /** @description 文件名 */
                fileName: string;
            };
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    attachment_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    attachment_content: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    attachment_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemovalDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    audit_head: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainHeadView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    audit_verify: {
        parameters: {
            query?: {
                /** @description 起始序号 */
                from?: number;
                /** @description 终止序号 */
                through?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainVerificationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    audit_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
                /** @description 对象种类 */
                subjectKind?: string;
                /** @description 对象编号 */
                subjectId?: string;
                /** @description 操作人编号 */
                personId?: string;
                /** @description 操作单位编号 */
                organizationId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditRecordPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    budget_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetLinesView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    budget_appropriate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppropriateDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetLineView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    ledger_accounts: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                fiscalYear: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerAccountPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    ledger_entries: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
                /** @description 科目 */
                account?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                fiscalYear: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntryPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    certificate_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateKeysView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    certificate_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyCertificateDto"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateVerdictView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    certificate_find: {
        parameters: {
            query?: {
                /** @description 查询的日期（今天或以前） */
                on?: string;
            };
            header?: never;
            path: {
                /** @description 核验码 */
                verificationCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatedCertificateView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractReference_checkText: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckTextDto"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClauseCheckView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractReference_codeLists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeListsView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractReference_questionnaire: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionnaireView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractRegistration_listOpen: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
                /** @description 状态 */
                state?: "filed" | "accepted" | "underReview" | "expertReview" | "supplementRequested" | "secondReview";
                /** @description 现由谁办理 */
                holder?: "registrationOffice" | "seller" | "reviewer" | "experts";
                /** @description 登记点代码 */
                office?: string;
                /** @description 经办登记员编号 */
                examinerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractRegistrationPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractRegistration_file: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileRegistrationDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractRegistrationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractRegistration_mine: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractRegistrationPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractRegistration_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractRegistrationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractRegistration_accept: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptanceDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractRegistrationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractRegistration_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractRegistrationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    certificate_ofRegistration: {
        parameters: {
            query?: {
                /** @description 版次，缺省为最新一版 */
                edition?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    certificate_pdf: {
        parameters: {
            query?: {
                /** @description 版次，缺省为最新一版 */
                edition?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    registrationChange_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationChangesView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    registrationChange_request: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRequestDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationChangeView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractRegistration_confirmCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeConfirmationDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractRegistrationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractRegistration_determine: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeterminationDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractRegistrationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    registrationHistory_duplicates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicatesView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    evidence_bundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractRegistration_examine: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractRegistrationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    expertPanel_conclude: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpertPanelView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    expertPanel_giveOpinion: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExpertOpinionDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpertPanelView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    expertPanel_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpertPanelsView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    expertPanel_call: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExpertPanelDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpertPanelView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractRegistration_fileDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileDraftDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractRegistrationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    registrationHistory_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationHistoryView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    reexamination_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReexaminationsView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    reexamination_request: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReexaminationRequestDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReexaminationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractRegistration_refuse: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefusalDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractRegistrationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractRegistration_return: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractRegistrationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractRegistration_review: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondReviewDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractRegistrationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    registrationHistory_standing: {
        parameters: {
            query: {
                /** @description 日期 */
                on: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationOnDayView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractRegistration_requestSupplement: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupplementRequestDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractRegistrationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractRegistration_supplement: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupplementDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractRegistrationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractRegistration_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractRegistrationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractReference_suggest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswersDto"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TypeSuggestionView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contract_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contract_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftContractDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contract_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contract_amend: {
        parameters: {
            query?: never;
            header: {
                /** @description 所依据的版本：读取时答复的 ETag */
                "If-Match": string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendContractDto"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    receipt_supplements: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmountSupplementPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    receipt_stateAmounts: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateAmountsDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmountSupplementView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    receipt_confirmAmounts: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 合同编号 */
                id: string;
                /** @description 金额补充编号 */
                supplementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmountSupplementView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contract_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelContractDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractText_checkClauses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClauseCheckView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    receipt_income: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncomeView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    receipt_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedReceiptPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    receipt_record: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordReceiptDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    receipt_void: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 合同编号 */
                id: string;
                /** @description 收入编号 */
                receiptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidReceiptDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    precheck_precheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrecheckView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    precheck_tryFiling: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrecheckDto"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrecheckView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contract_sign: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignContractDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractText_taxPack: {
        parameters: {
            query?: {
                /** @description 按哪一天的规定，不填为今天 */
                on?: string;
                /** @description 年度技术转让所得（元），填写后试算企业所得税 */
                transferIncomeYuan?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxPackView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractDocument_docx: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractDocument_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractText_suggestions: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptSuggestionPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractText_suggest: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswersDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptSuggestionView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractText_versions: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractVersionPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    contractText_compare: {
        parameters: {
            query: {
                /** @description 较早的版本 */
                from: number;
                /** @description 较晚的版本 */
                to: number;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    catalogue_counties: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountyPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    deal_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    deal_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenDealDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    deal_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    deal_agree: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    deal_breakOff: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BreakOffDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    deal_offers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferChainView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    deal_offer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    demand_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    demand_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDemandDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    demand_mine: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    demand_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    demand_amend: {
        parameters: {
            query?: never;
            header: {
                /** @description 所依据的版本：读取时答复的 ETag */
                "If-Match": string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendDemandDto"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    matchHelper_ofDemand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpersView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    matching_ofDemand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchListView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    demand_publish: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedDemandView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    demand_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    catalogue_demonstrationTasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemonstrationTaskPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    catalogue_departments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    description_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckDescriptionDto"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DescriptionCheckView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    mandate_consent: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DualAgencyConsentDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualAgencyConsentView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    techEnvoy_logs: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvoyLogPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    techEnvoy_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideLogDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvoyLogView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    techEnvoy_months: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvoyMonthPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    techEnvoy_run: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunMonthDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthRunView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    techEnvoy_pay: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayMonthDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthPaymentView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    import_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    import_create: {
        parameters: {
            query: {
                /** @description 内容：成果、需求或历史登记 */
                kind: "achievements" | "demands" | "registrations";
                /** @description 试运行：只报告结果，不写入 */
                dryRun?: "true" | "false";
                /** @description 导入后即发布 */
                publish?: "true" | "false";
            };
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/x-ndjson": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description 成功 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    import_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    import_errors: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportErrorPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    import_errorsCsv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    incubation_incubators: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncubatorPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    incubation_incubator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncubatorView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    indicatorValue_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorValueNowPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    catalogue_indicators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    inspectionFinding_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
                /** @description 抽查计划编号 */
                planId?: string;
                /** @description 状态 */
                state?: "raised" | "answered" | "rectifying" | "reported" | "dismissed" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionFindingPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    inspectionFinding_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionFindingDetailView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    inspectionFinding_answer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionFindingView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    inspectionFinding_conclude: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcludeFindingDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionFindingView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    inspectionFinding_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideFindingDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionFindingView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    inspectionFinding_report: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionFindingView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    inspectionPlan_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionPlanPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    inspectionPlan_freeze: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezePlanDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionPlanView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    inspectionPlan_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionPlanView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    inspectionPlan_cases: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionCasePage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    inspectionPlan_draw: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionPlanView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    inspectionPlan_raise: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RaiseFindingDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionFindingView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    inspectionPlan_population: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 从这个登记编号之后 */
                after?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PopulationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    inspectionRegistration_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
                /** @description 状态 */
                state?: "filed" | "withdrawn" | "returned" | "accepted" | "underReview" | "supplementRequested" | "expertReview" | "secondReview" | "registered" | "refused" | "cancelled";
                /** @description 登记点 */
                office?: string;
                /** @description 项目名称或任一方名称中的文字 */
                text?: string;
                /** @description 登记编号或受理编号 */
                number?: string;
                /** @description 任一方统一社会信用代码 */
                creditCode?: string;
                /** @description 提交日期自 */
                from?: string;
                /** @description 提交日期至 */
                to?: string;
                /** @description 成交额不低于（元） */
                minValueYuan?: string;
                /** @description 成交额不超过（元） */
                maxValueYuan?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundCasePage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    introduction_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntroductionPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    introduction_introduce: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IntroduceDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntroductionView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    introduction_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntroductionView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    introduction_accept: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptIntroductionDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntroductionView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    introduction_decline: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineIntroductionDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntroductionView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    catalogue_jointConferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JointConferencePage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    ledger_proofs: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerProofPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    listing_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    listing_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateListingDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    listing_mine: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    listing_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    listing_amend: {
        parameters: {
            query?: never;
            header: {
                /** @description 所依据的版本：读取时答复的 ETag */
                "If-Match": string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendListingDto"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    listing_publish: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    listing_signability: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignabilityView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    listing_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    mandate_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandatePage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    mandate_propose: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeMandateDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandateView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    mandate_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandateView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    mandate_accept: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandateView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    commission_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommissionsView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    commission_find: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConductFindingDto"];
            };
        };
        responses: {
            /** @description 成功 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    mandate_decline: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseMandateDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandateView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    mandate_end: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseMandateDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandateView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    matchFeedback_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanMeetingsDto"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingPlanView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    matchFeedback_byField: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldFeedbackListView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    matchEngine_rollBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchMatchModelDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchModelView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    matchEngine_listModels: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchModelPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    matchEngine_switchModel: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchMatchModelDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchModelView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    matchEngine_listRuns: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchRunPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    matchEngine_requestRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestMatchRunDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchRunView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    matchEngine_getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchRunView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    matching_accept: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    matching_decline: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineMatchDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    attachment_materialKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialKindsView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    me_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    matchHelper_profile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpertProfileView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    matchHelper_consent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExpertProfileDto"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpertProfileView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    matchHelper_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    session_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            /** @description 成功 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    organization_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    organization_signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    organization_unverified: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    organization_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    organization_amend: {
        parameters: {
            query?: never;
            header: {
                /** @description 所依据的版本：读取时答复的 ETag */
                "If-Match": string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendOrganizationDto"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    member_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    member_invite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedMemberView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    member_changeRoles: {
        parameters: {
            query?: never;
            header: {
                /** @description 所依据的版本：读取时答复的 ETag */
                "If-Match": string;
            };
            path: {
                /** @description 单位编号 */
                id: string;
                /** @description 人员编号 */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolesDto"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    member_end: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 单位编号 */
                id: string;
                /** @description 人员编号 */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    member_resetSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 单位编号 */
                id: string;
                /** @description 人员编号 */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedMemberView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    organization_reject: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    organization_restore: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    organization_suspend: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    organization_verify: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    patent_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatentPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    patent_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePatentDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatentView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    patent_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatentView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    patent_amend: {
        parameters: {
            query?: never;
            header: {
                /** @description 所依据的版本：读取时答复的 ETag */
                "If-Match": string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendPatentDto"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatentView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    patent_report: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportPatentEventDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatentView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    person_disable: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    person_enable: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    catalogue_procedureStages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcedureStagePage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    publicNotice_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicNoticePage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    publicNotice_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicNoticeView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    publicNotice_objections: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectionPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    publicNotice_object: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateObjectionDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectionView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    publicNotice_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 公示编号 */
                id: string;
                /** @description 异议编号 */
                objectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideObjectionDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectionView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    reexamination_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReexaminationDecisionDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReexaminationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    reexamination_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReexaminationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    registrationChange_approve: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationChangeView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    registrationChange_refuse: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationChangeView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    registrationChange_verify: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeVerificationDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationChangeView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    statistics_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
                /** @description 合同类别 */
                type?: "development" | "transfer" | "licence" | "consulting" | "service";
                /** @description 技术领域 */
                field?: "10" | "11" | "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "unknown";
                /** @description 卖方性质 */
                sellerNature?: "enterprise" | "researchInstitute" | "university" | "hospital" | "otherPublicUnit" | "government" | "association" | "soleTrader" | "person" | "abroad" | "unknown";
                /** @description 买方性质 */
                buyerNature?: "enterprise" | "researchInstitute" | "university" | "hospital" | "otherPublicUnit" | "government" | "association" | "soleTrader" | "person" | "abroad" | "unknown";
                /** @description 知识产权类型 */
                ipKind?: "none" | "technicalSecret" | "inventionPatent" | "utilityModelPatent" | "designPatent" | "softwareCopyright" | "newVariety" | "layoutDesign" | "newBiomedicine" | "unknown";
                /** @description 计划类别 */
                plan?: "10" | "11" | "12" | "13" | "14" | "15" | "20" | "30" | "40" | "90" | "unknown";
                /** @description 成交额规模 */
                sizeBand?: "below10" | "from10" | "from50" | "from100" | "from500" | "from1000";
                /** @description 输出或吸纳 */
                direction?: "output" | "absorption";
                /** @description 卖方所在地 */
                sellerPlace?: string;
                /** @description 买方所在地 */
                buyerPlace?: string;
                /** @description 登记来源 */
                source?: "market" | "historic";
                /** @description 统计期（按登记日期） */
                period?: string;
                /** @description 截止日，默认今天 */
                cutOff?: string;
                /** @description 截止日的状态：有效、已注销或全部 */
                status?: "standing" | "cancelled" | "all";
                /** @description 技术交易额不低于（元） */
                minTechnologyValueYuan?: string;
                /** @description 技术交易额不超过（元） */
                maxTechnologyValueYuan?: string;
                /** @description 登记编号 */
                number?: string;
                /** @description 项目名称或双方名称中的文字 */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationEntryPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    statistics_export: {
        parameters: {
            query: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
                /** @description 合同类别 */
                type?: "development" | "transfer" | "licence" | "consulting" | "service";
                /** @description 技术领域 */
                field?: "10" | "11" | "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "unknown";
                /** @description 卖方性质 */
                sellerNature?: "enterprise" | "researchInstitute" | "university" | "hospital" | "otherPublicUnit" | "government" | "association" | "soleTrader" | "person" | "abroad" | "unknown";
                /** @description 买方性质 */
                buyerNature?: "enterprise" | "researchInstitute" | "university" | "hospital" | "otherPublicUnit" | "government" | "association" | "soleTrader" | "person" | "abroad" | "unknown";
                /** @description 知识产权类型 */
                ipKind?: "none" | "technicalSecret" | "inventionPatent" | "utilityModelPatent" | "designPatent" | "softwareCopyright" | "newVariety" | "layoutDesign" | "newBiomedicine" | "unknown";
                /** @description 计划类别 */
                plan?: "10" | "11" | "12" | "13" | "14" | "15" | "20" | "30" | "40" | "90" | "unknown";
                /** @description 成交额规模 */
                sizeBand?: "below10" | "from10" | "from50" | "from100" | "from500" | "from1000";
                /** @description 输出或吸纳 */
                direction?: "output" | "absorption";
                /** @description 卖方所在地 */
                sellerPlace?: string;
                /** @description 买方所在地 */
                buyerPlace?: string;
                /** @description 登记来源 */
                source?: "market" | "historic";
                /** @description 统计期（按登记日期） */
                period?: string;
                /** @description 截止日，默认今天 */
                cutOff?: string;
                /** @description 截止日的状态：有效、已注销或全部 */
                status?: "standing" | "cancelled" | "all";
                /** @description 技术交易额不低于（元） */
                minTechnologyValueYuan?: string;
                /** @description 技术交易额不超过（元） */
                maxTechnologyValueYuan?: string;
                /** @description 登记编号 */
                number?: string;
                /** @description 项目名称或双方名称中的文字 */
                text?: string;
                /** @description 格式 */
                format: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    statistics_totals: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
                /** @description 合同类别 */
                type?: "development" | "transfer" | "licence" | "consulting" | "service";
                /** @description 技术领域 */
                field?: "10" | "11" | "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "unknown";
                /** @description 卖方性质 */
                sellerNature?: "enterprise" | "researchInstitute" | "university" | "hospital" | "otherPublicUnit" | "government" | "association" | "soleTrader" | "person" | "abroad" | "unknown";
                /** @description 买方性质 */
                buyerNature?: "enterprise" | "researchInstitute" | "university" | "hospital" | "otherPublicUnit" | "government" | "association" | "soleTrader" | "person" | "abroad" | "unknown";
                /** @description 知识产权类型 */
                ipKind?: "none" | "technicalSecret" | "inventionPatent" | "utilityModelPatent" | "designPatent" | "softwareCopyright" | "newVariety" | "layoutDesign" | "newBiomedicine" | "unknown";
                /** @description 计划类别 */
                plan?: "10" | "11" | "12" | "13" | "14" | "15" | "20" | "30" | "40" | "90" | "unknown";
                /** @description 成交额规模 */
                sizeBand?: "below10" | "from10" | "from50" | "from100" | "from500" | "from1000";
                /** @description 输出或吸纳 */
                direction?: "output" | "absorption";
                /** @description 卖方所在地 */
                sellerPlace?: string;
                /** @description 买方所在地 */
                buyerPlace?: string;
                /** @description 登记来源 */
                source?: "market" | "historic";
                /** @description 统计期（按登记日期） */
                period?: string;
                /** @description 截止日，默认今天 */
                cutOff?: string;
                /** @description 截止日的状态：有效、已注销或全部 */
                status?: "standing" | "cancelled" | "all";
                /** @description 技术交易额不低于（元） */
                minTechnologyValueYuan?: string;
                /** @description 技术交易额不超过（元） */
                maxTechnologyValueYuan?: string;
                /** @description 登记编号 */
                number?: string;
                /** @description 项目名称或双方名称中的文字 */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SumsView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    statistics_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationEntryView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    registrationOffice_numbers: {
        parameters: {
            query: {
                /** @description 年度 */
                year: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumbersUsedListView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    registrationOffice_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationOfficesView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    registrationOffice_staffing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 登记点代码 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    registrationOffice_staff: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 登记点代码 */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffingDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    registrationOffice_grounds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroundsView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    registrationOffice_reminders: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationReminderPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    registrationOffice_ruleSets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationRuleSetsView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    relation_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    relation_declare: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareRelationDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    relation_end: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    reward_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardAccrualPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    reward_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardAccrualDetailView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    reward_items: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardItemPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardApplication_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardApplicationPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardApplication_exclude: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewReasonDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardApplicationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardApplication_check: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckApplicationDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardApplicationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardApplication_recuse: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewReasonDto"];
            };
        };
        responses: {
            /** @description 成功 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardApplication_resubmit: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyForRewardDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardApplicationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardApplication_score: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoreCandidateDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardApplication_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewReasonDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardApplicationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardApplication_pay: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayAwardDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardAwardView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    reward_policies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardPoliciesView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardPolicy_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardPolicyVersionPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardPolicy_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftRewardPolicyDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardPolicyVersionDetailView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardPolicy_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardPolicyVersionDetailView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardPolicy_publish: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RewardPolicyReasonDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardPolicyVersionDetailView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardPolicy_simulations: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardPolicySimulationPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardPolicy_simulate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulateRewardPolicyDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardPolicySimulationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardPolicy_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RewardPolicyReasonDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardPolicyVersionDetailView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardReview_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardReviewSummaryPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardReview_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenRewardReviewDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardReviewView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardReview_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardReviewDetailView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardApplication_ofReview: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardApplicationPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardApplication_apply: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyForRewardDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardApplicationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardReview_approve: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveReviewDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardReviewView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardReview_archive: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardReviewView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardReview_awards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardAwardsView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardReview_complete: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardReviewView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardReview_panel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardReview_appoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointPanelistDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardReviewDetailView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardReview_publicize: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardReviewView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardReview_rank: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardReviewView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardReview_sendBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewReasonDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardReviewView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardReview_freeze: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardReviewView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardReview_decideTie: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideTieDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardReviewView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    rewardReview_voidReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewReasonDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardReviewView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    reward_simulate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulateRewardDto"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardSimulationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    sandboxClock_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    sandboxClock_move: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveClockDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    savedSearch_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    savedSearch_save: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveSearchDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    savedSearch_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    search_find: {
        parameters: {
            query?: {
                /** @description 要找什么，可以是词，也可以是一段话；不填则浏览 */
                q?: string;
                /** @description 在哪里找 */
                kind?: "achievements" | "demands" | "listings" | "institutions" | "policies";
                /** @description 示范区代码，可用半角逗号并列多个 */
                zone?: string;
                /** @description 县区代码，可用半角逗号并列多个 */
                county?: string;
                /** @description 技术领域，可用半角逗号并列多个 */
                field?: string;
                /** @description 成熟度（研发、中试、可应用），可用半角逗号并列多个：research、pilot、ready */
                maturity?: string;
                /** @description 合作方式，可用半角逗号并列多个：transfer、licence、equityContribution、cooperation、service */
                mode?: string;
                /** @description 价格段（元；未报价为 negotiable），可用半角逗号并列多个：negotiable、upTo100000、upTo500000、upTo1000000、upTo5000000、above5000000 */
                priceBand?: string;
                /** @description 知识产权状态，可用半角逗号并列多个：granted、pending、ended、none */
                ipState?: string;
                /** @description 单位类型，可用半角逗号并列多个：enterprise、cooperative、university、institute、transferAgency、incubator、cityBureau、countyBureau、bank、evaluationAgency */
                institutionKind?: string;
                /** @description 发布年份，可用半角逗号并列多个 */
                year?: string;
                /** @description 排序 */
                sort?: "relevance" | "newest" | "priceAscending" | "priceDescending" | "maturity";
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    savedSearch_alerts: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
                /** @description 只看未读：yes */
                unread?: "yes" | "no";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAlertPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    savedSearch_read: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAlertView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    search_suggest: {
        parameters: {
            query: {
                /** @description 已经输入的文字，可以是汉字、拼音或拼音首字母 */
                q: string;
                /** @description 在哪里找 */
                kind?: "achievements" | "demands" | "listings" | "institutions" | "policies";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionsView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    catalogue_seedConflicts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeedConflictPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    session_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    session_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSessionView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    session_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    session_refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSessionView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    session_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    statistics_report: {
        parameters: {
            query: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
                /** @description 合同类别 */
                type?: "development" | "transfer" | "licence" | "consulting" | "service";
                /** @description 技术领域 */
                field?: "10" | "11" | "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "unknown";
                /** @description 卖方性质 */
                sellerNature?: "enterprise" | "researchInstitute" | "university" | "hospital" | "otherPublicUnit" | "government" | "association" | "soleTrader" | "person" | "abroad" | "unknown";
                /** @description 买方性质 */
                buyerNature?: "enterprise" | "researchInstitute" | "university" | "hospital" | "otherPublicUnit" | "government" | "association" | "soleTrader" | "person" | "abroad" | "unknown";
                /** @description 知识产权类型 */
                ipKind?: "none" | "technicalSecret" | "inventionPatent" | "utilityModelPatent" | "designPatent" | "softwareCopyright" | "newVariety" | "layoutDesign" | "newBiomedicine" | "unknown";
                /** @description 计划类别 */
                plan?: "10" | "11" | "12" | "13" | "14" | "15" | "20" | "30" | "40" | "90" | "unknown";
                /** @description 成交额规模 */
                sizeBand?: "below10" | "from10" | "from50" | "from100" | "from500" | "from1000";
                /** @description 输出或吸纳 */
                direction?: "output" | "absorption";
                /** @description 卖方所在地 */
                sellerPlace?: string;
                /** @description 买方所在地 */
                buyerPlace?: string;
                /** @description 登记来源 */
                source?: "market" | "historic";
                /** @description 统计期（按登记日期） */
                period: string;
                /** @description 截止日，默认今天 */
                cutOff?: string;
                /** @description 截止日的状态：有效、已注销或全部 */
                status?: "standing" | "cancelled" | "all";
                /** @description 技术交易额不低于（元） */
                minTechnologyValueYuan?: string;
                /** @description 技术交易额不超过（元） */
                maxTechnologyValueYuan?: string;
                /** @description 登记编号 */
                number?: string;
                /** @description 项目名称或双方名称中的文字 */
                text?: string;
                /** @description 只要这一维度 */
                dimension?: "type" | "field" | "sellerNature" | "buyerNature" | "ipKind" | "plan" | "sizeBand" | "direction" | "sellerPlace" | "buyerPlace" | "flow" | "source";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    statisticsEdition_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
                /** @description 统计期 */
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    statisticsEdition_freeze: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FullEditionView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    statisticsEdition_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    statisticsEdition_changes: {
        parameters: {
            query?: {
                /** @description 从这个登记编号之后 */
                after?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    statisticsEdition_figures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FullEditionView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    statisticsEdition_lines: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
                /** @description 合同类别 */
                type?: "development" | "transfer" | "licence" | "consulting" | "service";
                /** @description 技术领域 */
                field?: "10" | "11" | "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "unknown";
                /** @description 卖方性质 */
                sellerNature?: "enterprise" | "researchInstitute" | "university" | "hospital" | "otherPublicUnit" | "government" | "association" | "soleTrader" | "person" | "abroad" | "unknown";
                /** @description 买方性质 */
                buyerNature?: "enterprise" | "researchInstitute" | "university" | "hospital" | "otherPublicUnit" | "government" | "association" | "soleTrader" | "person" | "abroad" | "unknown";
                /** @description 知识产权类型 */
                ipKind?: "none" | "technicalSecret" | "inventionPatent" | "utilityModelPatent" | "designPatent" | "softwareCopyright" | "newVariety" | "layoutDesign" | "newBiomedicine" | "unknown";
                /** @description 计划类别 */
                plan?: "10" | "11" | "12" | "13" | "14" | "15" | "20" | "30" | "40" | "90" | "unknown";
                /** @description 成交额规模 */
                sizeBand?: "below10" | "from10" | "from50" | "from100" | "from500" | "from1000";
                /** @description 输出或吸纳 */
                direction?: "output" | "absorption";
                /** @description 卖方所在地 */
                sellerPlace?: string;
                /** @description 买方所在地 */
                buyerPlace?: string;
                /** @description 登记来源 */
                source?: "market" | "historic";
                /** @description 本期或上年同期 */
                side?: "current" | "previous";
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationEntryPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    statisticsEdition_verify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    catalogue_tasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    techEnvoy_coverage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageListView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    techEnvoy_list: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TechEnvoyPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    techEnvoy_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostEnvoyDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TechEnvoyView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    techEnvoy_end: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndEnvoyDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TechEnvoyView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    techEnvoy_log: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogServiceDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvoyLogView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    incubation_mine: {
        parameters: {
            query?: {
                /** @description 每页条数，1 至 100 */
                limit?: number;
                /** @description 上一页答复中的 nextCursor */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenancyPage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    incubation_apply: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyTenancyDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenancyView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    incubation_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FullTenancyView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    incubation_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideTenancyDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenancyView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    incubation_reach: {
        parameters: {
            query?: never;
            header?: {
                /** @description 幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMilestoneDto"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenancyMilestoneView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    catalogue_zones: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZonePage"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    catalogue_zone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 示范区代码 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZoneDetailView"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
}
