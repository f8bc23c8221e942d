#pragma once

#include "mail/content.hpp"
#include "mail/letter.hpp"

namespace vitrine {

/// The e-mail that a content makes, in its language.
Letter compose(const MailContent& content);

}  // namespace vitrine
