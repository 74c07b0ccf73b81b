// Signs a POST policy (AWS Signature Version 4) that lets anyone store submissions in a bucket, and nothing else, for a
// while. Prints the block for "endpoint" in config.json. Needs Node.js and the secret key of a user who may only
// s3:PutObject under the prefix:
//
//   AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=… node deploy/s3/sign-policy.mjs \
//     --bucket dimios --region eu-north-1 --prefix inlamning/ --days 7 --url https://dimios.s3.eu-north-1.amazonaws.com/
import { createHmac } from 'node:crypto';
import { parseArgs } from 'node:util';

const text = { type: 'string' };
const { values } = parseArgs({ options: { bucket: text, region: text, prefix: text, days: text, url: text, now: text } });
const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret } = process.env;
for (const [name, value] of Object.entries({ ...values, AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret })) {
  if (!value) throw new Error(`${name} is missing`);
}
for (const name of ['bucket', 'region', 'prefix', 'days', 'url']) {
  if (!values[name]) throw new Error(`--${name} is missing`);
}
if (Number(values.days) > 7) throw new Error('S3 takes no signature older than seven days: sign anew each week');

const now = values.now ? new Date(values.now) : new Date();
const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
const day = stamp.slice(0, 8);
const fields = {
  // An answer without a body: there is nothing in it whose kind could be mistaken for a web page's.
  'success_action_status': '204',
  'x-amz-algorithm': 'AWS4-HMAC-SHA256',
  'x-amz-credential': `${id}/${day}/${values.region}/s3/aws4_request`,
  'x-amz-date': stamp,
};
const policy = Buffer.from(JSON.stringify({
  expiration: new Date(now.getTime() + Number(values.days) * 86_400_000).toISOString(),
  conditions: [
    { bucket: values.bucket },
    ['starts-with', '$key', values.prefix],
    { 'Content-Type': 'application/json' },
    // 256 kB: what the app sends at most.
    ['content-length-range', 2, 262144],
    ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
  ],
})).toString('base64');

const hmac = (key, data) => createHmac('sha256', key).update(data).digest();
const key = [day, values.region, 's3', 'aws4_request'].reduce(hmac, `AWS4${secret}`);
const signature = createHmac('sha256', key).update(policy).digest('hex');

console.log(JSON.stringify({
  kind: 's3-post',
  url: values.url,
  prefix: values.prefix,
  fields: { ...fields, policy, 'x-amz-signature': signature },
}, null, 2));
