#pragma once

#include "mail/content.hpp"
#include "mail/letter.hpp"

namespace vitrine {

/// The e-mails that are about no order: links, changes of an account, and what becomes of a member.
Letter accountLetter(const MailContent& content);

}  // namespace vitrine
