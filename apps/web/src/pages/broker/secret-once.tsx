import { useState } from 'react';
import { Alert, Button } from 'antd';
import { bilingual, useWords } from '../../text/words.ts';

const words = bilingual(
  {
    once: '只显示这一次，请立即保存到安全的地方。离开本页后无法再看到。',
    copy: '复制',
    copied: '已复制',
    hide: '已保存，隐藏',
  },
  {
    once: 'Shown this once: keep it somewhere safe now. It cannot be shown again.',
    copy: 'Copy',
    copied: 'Copied',
    hide: 'Kept, hide it',
  },
);

/** A secret that the API gives once: shown until it is put away, kept nowhere. */
export function SecretOnce(props: { readonly title: string; readonly secret: string; readonly onHide: () => void }) {
  const t = useWords(words);
  const [copied, setCopied] = useState(false);
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={props.title}
      description={
        <>
          <p>{t.once}</p>
          <p>
            <code className="secret">{props.secret}</code>
          </p>
          <div className="form-foot">
            <Button
              onClick={() => void navigator.clipboard.writeText(props.secret).then(() => setCopied(true))}
              disabled={!('clipboard' in navigator)}
            >
              {copied ? t.copied : t.copy}
            </Button>
            <Button onClick={props.onHide}>{t.hide}</Button>
          </div>
        </>
      }
    />
  );
}
