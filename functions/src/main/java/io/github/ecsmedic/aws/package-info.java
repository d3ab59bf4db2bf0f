/** The only code that imports the AWS SDK and reads JSON of AWS. */
@NullMarked
package io.github.ecsmedic.aws;

import org.jspecify.annotations.NullMarked;
